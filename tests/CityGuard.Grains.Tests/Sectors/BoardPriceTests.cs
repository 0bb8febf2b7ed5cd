using CityGuard.Domain.Readiness;
using CityGuard.Grains.Sectors;
using CsCheck;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Sectors;

/// <summary>The price of losing somebody is what a board without him would say.</summary>
public sealed class BoardPriceTests
{
    [Fact]
    public void The_price_is_the_difference_to_a_board_that_never_heard_of_those_who_leave()
        => Gen.Select(Gen.Int[0, 5], Gen.Int[60, 97].Array[1, 6]).Sample((sector, who) =>
        {
            var leaving = who.ToHashSet();
            var (with, without) = (new BoardStage(sector).HearAll(), new BoardStage(sector));
            for (var r = 0; r < TestCity.City.Responders.Length; r++)
                if (!leaving.Contains(r) && (!TestCity.Index.Responders.PremisesOnly[r] || TestCity.Index.HomeSector(r) == sector))
                    without.Hear(r);
            with.Flush();
            without.Flush();
            var map = with.Board.Map;
            var expected = Enumerable.Range(0, map.Targets.Length)
                .Select(t => new TurnedIndex(true, map.Targets[t], with.Board.Target(t).Assessment.Level, without.Board.Target(t).Assessment.Level))
                .Concat(Enumerable.Range(0, map.Range.Count)
                    .Select(c => new TurnedIndex(false, map.Range.First + c, with.Board.Cell(c).Assessment.Level, without.Board.Cell(c).Assessment.Level)))
                .Where(place => ReadinessLoss.IsWorse(place.From, place.To));
            BoardPrice.Of(with.Board, leaving).ShouldBe(expected, ignoreOrder: true);
        }, iter: 60);

    [Fact]
    public void Who_is_lent_away_counts_nowhere_else_until_his_time_is_over()
    {
        var stage = new BoardStage(TestCity.Sector("s-01-02")).HearAll();
        var force = TestCity.Responder("f-0002");
        TestCity.City.TryArea("s-01-01", out var borrower).ShouldBeTrue();
        var beacon = stage.Beacon(force) with { LentTo = borrower, LentUntil = stage.Now.AddSeconds(30) };
        stage.Hear(beacon).Flush();
        BoardCheck.Differences(stage.Board, stage.Now).ShouldBeEmpty();
        Reaches(stage).ShouldBeFalse();
        var there = new BoardStage(TestCity.Sector("s-01-01")).HearAll().Hear(beacon);
        there.Flush();
        Reaches(there).ShouldBeTrue();
        stage.Flush(TimeSpan.FromSeconds(31));
        Reaches(stage).ShouldBeTrue();

        bool Reaches(BoardStage board) => Enumerable.Range(0, board.Board.Map.Range.Count)
            .Any(c => board.Board.Arrivals(c, -1, 9_000).ToArray().Any(a => a.Responder == force));
    }
}

using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Readiness;
using CityGuard.Grains.Sectors;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Sectors;

public sealed class BoardCountsTests
{
    private static readonly int Patrols = TestCity.Index.KindIds.IndexOf("patrolGroup"), Stations = TestCity.Index.KindIds.IndexOf("stationForce");

    private readonly BoardStage _stage = new BoardStage(0).HearAll();
    private readonly OpenIncidents _incidents = new();

    [Theory]
    [InlineData(AreaKind.Beat)]
    [InlineData(AreaKind.Community)]
    public void The_parts_add_up_to_the_sector(AreaKind kind)
    {
        _stage.Flush();
        var all = Count(kind == AreaKind.Beat ? CountedParts.Beats : CountedParts.Communities);
        var (whole, parts) = (all[0], all[1..]);
        parts.Length.ShouldBe(2);
        parts.ShouldAllBe(p => TestCity.City.Areas[p.Area].Kind == kind);
        foreach (var level in Enum.GetValues<ReadinessLevel>())
        {
            parts.Sum(p => p.Cells[(int)level]).ShouldBe(whole.Cells[(int)level]);
            parts.Sum(p => p.People[(int)level]).ShouldBe(whole.People[(int)level], 0.01);
            parts.Sum(p => p.Targets[(int)level]).ShouldBe(whole.Targets[(int)level]);
        }

        whole.Actual.Sum().ShouldBe(_stage.Board.Map.Home.Length);
        parts.Sum(p => p.Actual.Sum()).ShouldBe(whole.Actual.Sum());
        parts.ShouldAllBe(p => p.Actual[Patrols] > 0);
    }

    [Fact]
    public void Incidents_are_counted_where_they_are()
    {
        var (first, last) = (_stage.Board.Map.Range.First, _stage.Board.Map.Range.First + _stage.Board.Map.Range.Count - 1);
        Tell('a', first, late: true);
        Tell('b', first, late: false);
        Tell('c', last, late: false);
        var parts = Count(CountedParts.Beats).ToDictionary(p => p.Area, p => (p.Open, p.Late));
        parts[_stage.Board.Map.Range.Area].ShouldBe((3, 1));
        parts[TestCity.City.Cells.Beat[first]].ShouldBe((2, 1));
        parts[TestCity.City.Cells.Beat[last]].ShouldBe((1, 0));
    }

    [Fact]
    public void Only_who_was_heard_is_counted_as_heard_and_only_the_present_as_actual()
    {
        var stage = new BoardStage(0);
        var patrols = stage.Board.Map.Home.Where(r => TestCity.Index.Responders.Kind[r] == Patrols).ToArray();
        stage.Hear(patrols[0]).Hear(BoardStage.Busy(stage.Beacon(patrols[1]))).Hear(stage.Beacon(patrols[2]) with { ReadyUntil = stage.Now }).Flush();
        var whole = BoardCounts.Of(stage.Board, _incidents, CountedParts.None, stage.Now).ShouldHaveSingleItem();
        (whole.Heard[Patrols], whole.Actual[Patrols], whole.Busy[Patrols]).ShouldBe((3, 2, 1));
        whole.Heard[Stations].ShouldBe(0);
    }

    [Fact]
    public void Whoever_is_stale_or_lapsed_is_neither_actual_nor_busy()
    {
        var stage = new BoardStage(0);
        var patrols = stage.Board.Map.Home.Where(r => TestCity.Index.Responders.Kind[r] == Patrols).ToArray();
        stage.Hear(BoardStage.Busy(stage.Beacon(patrols[0])) with { FreshUntil = stage.Now })
            .Hear(BoardStage.Busy(stage.Beacon(patrols[1])) with { ReadyUntil = stage.Now })
            .Hear(BoardStage.Busy(stage.Beacon(patrols[2]))).Flush();
        var whole = BoardCounts.Of(stage.Board, _incidents, CountedParts.None, stage.Now).ShouldHaveSingleItem();
        (whole.Heard[Patrols], whole.Actual[Patrols], whole.Busy[Patrols]).ShouldBe((3, 1, 1));
    }

    [Fact]
    public void The_age_is_that_of_the_oldest_position_that_counts_and_never_of_a_beacon()
    {
        var stage = new BoardStage(0);
        var patrols = stage.Board.Map.Home.Where(r => TestCity.Index.Responders.Kind[r] == Patrols).ToArray();
        var start = stage.Now;
        var station = stage.Board.Map.Home.First(r => TestCity.Index.Responders.Kind[r] == Stations);
        stage.Hear(stage.Beacon(station) with { PositionAt = start.AddHours(-3), FreshUntil = DateTimeOffset.MaxValue }).Flush(TimeSpan.FromSeconds(3));
        Oldest().ShouldBeNull("it is at its post by its sign-in: neither its beacon nor its old position is what it counts by");

        stage.Hear(stage.Beacon(patrols[0]) with { PositionAt = start.AddSeconds(-40) });
        stage.Hear(stage.Beacon(patrols[1]) with { PositionAt = start.AddSeconds(-70), FreshUntil = stage.Now });
        stage.Hear(stage.Beacon(patrols[2]) with { PositionAt = null });
        Oldest().ShouldBe(start.AddSeconds(-40), "a stale position, and one that was never measured, say nothing of how old what counts is");

        stage.Hear(stage.Beacon(station) with { PositionAt = start.AddSeconds(-200) });
        Oldest().ShouldBe(start.AddSeconds(-200), "a car that is out counts by its position like everybody else");

        DateTimeOffset? Oldest() => BoardCounts.Of(stage.Board, _incidents, CountedParts.None, stage.Now)[0].Oldest;
    }

    private PartCount[] Count(CountedParts parts) => BoardCounts.Of(_stage.Board, _incidents, parts, _stage.Now);

    private void Tell(char mark, int cell, bool late) => _incidents.Tell(
        new IncidentLine(
            IncidentId.Parse("i-" + new string(mark, 22)), "theft", IncidentSeverity.Low, IncidentState.Open, TestCity.City.Cells.Centres[cell],
            AreaId.Parse("s-01-01"), _stage.Now, late, []),
        1, cell, _stage.Now).ShouldBeTrue();
}

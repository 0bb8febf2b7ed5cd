using CityGuard.Domain.Responders;
using CityGuard.Grains.Responders;
using CityGuard.Grains.Sectors;
using CsCheck;
using Xunit;

namespace CityGuard.Grains.Tests.Sectors;

public sealed class BoardPropertyTests
{
    private enum What
    {
        Move,
        Busy,
        OutOfService,
        Lapse,
        GrowStaleSoon,
        OldNews,
        Wait,
        LongSilence,
        Flush,
    }

    private static readonly Gen<(What What, int Responder, int Cell)[]> Story = Gen.Select(
        Gen.OneOf(Gen.Const(What.Move), Gen.Enum<What>()), Gen.Int[0, TestCity.City.Responders.Length - 1], Gen.Int[0, TestCity.City.Cells.Count - 1])
        .Array[1, 60];

    [Fact]
    public void After_any_story_the_board_says_what_an_evaluation_from_scratch_says()
        => Gen.Select(Gen.Int[0, TestCity.Index.SectorCount - 1], Story).Sample((sector, story) =>
        {
            var stage = new BoardStage(sector).HearAll();
            Beacon? old = null;
            foreach (var (what, responder, anyCell) in story)
            {
                var cell = TestCity.Index.Responders.PremisesOnly[responder] ? TestCity.Index.HomeCell(responder) : anyCell;
                var beacon = stage.Beacon(responder, cell);
                switch (what)
                {
                    case What.Move: stage.Hear(beacon); break;
                    case What.Busy: stage.Hear(BoardStage.Busy(beacon)); break;
                    case What.OutOfService: stage.Hear(beacon with { Status = ResponderStatus.OutOfService }); break;
                    case What.Lapse: stage.Hear(beacon with { ReadyUntil = stage.Now }); break;
                    case What.GrowStaleSoon: stage.Hear(beacon with { FreshUntil = stage.Now.AddSeconds(5) }); break;
                    case What.OldNews when old is not null: stage.Hear(old); break;
                    case What.Wait: stage.Now += TimeSpan.FromSeconds(7); break;
                    case What.LongSilence: stage.Now += TimeSpan.FromSeconds(50); break;
                    default: stage.Flush(); break;
                }

                old = beacon;
            }

            // What was said and not flushed, what went stale and who fell silent must all be in it.
            stage.Now += TimeSpan.FromSeconds(1);
            var differences = BoardCheck.Differences(stage.Board, stage.Now);
            return differences.Count == 0;
        }, iter: 400);

    [Fact]
    public void The_check_sees_a_board_that_is_wrong()
    {
        var stage = new BoardStage(0).HearAll();
        stage.Flush();
        // Known to the board's list, but never applied to its arrivals: what a forgotten mark would look like.
        foreach (var known in stage.Board.Known)
            known.Beacon = known.Beacon with { ReadyUntil = DateTimeOffset.MinValue };
        Assert.NotEmpty(BoardCheck.Differences(stage.Board, stage.Now));
    }
}

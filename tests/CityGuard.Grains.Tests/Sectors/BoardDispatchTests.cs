using CityGuard.Domain.Areas;
using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Plans;
using CityGuard.Grains.Sectors;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Sectors;

public sealed class BoardDispatchTests
{
    private static readonly ulong Patrols = 1UL << TestCity.Index.KindIds.IndexOf("patrolGroup"), Units = 1UL << TestCity.Index.KindIds.IndexOf("emergencyUnit");

    private readonly BoardStage _stage = new BoardStage(0).HearAll();

    [Fact]
    public void The_nearest_free_patrol_is_chosen_and_the_next_when_it_is_busy()
    {
        var cell = _stage.Board.Map.Range.First;
        var nearest = TestCity.Responder("p-C-0030");
        _stage.Hear(nearest, cell);
        Decide(new SelectionQuery(cell, -1, Want(Patrols), [])).Chosen.Single().Responder.ShouldBe(nearest);

        _stage.Hear(BoardStage.Busy(_stage.Beacon(nearest, cell)));
        var selection = Decide(new SelectionQuery(cell, -1, Want(Patrols), []));
        selection.Chosen.Single().Responder.ShouldNotBe(nearest);
        selection.Nearest.Single(c => c.Candidate.Responder == nearest).Verdict.ShouldBe(Verdict.Busy);
    }

    [Fact]
    public void A_lapsed_check_and_a_stale_position_are_each_called_what_they_are()
    {
        var cell = _stage.Board.Map.Range.First;
        var (lapsed, stale) = (TestCity.Responder("p-C-0001"), TestCity.Responder("p-C-0002"));
        _stage.Hear(_stage.Beacon(lapsed, cell) with { ReadyUntil = _stage.Now.AddSeconds(10) });
        _stage.Hear(_stage.Beacon(stale, cell) with { FreshUntil = _stage.Now.AddSeconds(10) });
        _stage.Now += TimeSpan.FromSeconds(10);
        var verdicts = Decide(new SelectionQuery(cell, -1, Want(Patrols), [])).Nearest.ToDictionary(c => c.Candidate.Responder, c => c.Verdict);
        verdicts[lapsed].ShouldBe(Verdict.NotReady);
        verdicts[stale].ShouldBe(Verdict.Stale);
    }

    [Fact]
    public void One_refused_earlier_is_passed_over()
    {
        var cell = _stage.Board.Map.Range.First;
        var first = Decide(new SelectionQuery(cell, -1, Want(Patrols), [])).Chosen.Single().Responder;
        Decide(new SelectionQuery(cell, -1, Want(Patrols), [first])).Chosen.Single().Responder.ShouldNotBe(first);
    }

    [Fact]
    public void A_unit_goes_to_its_own_place_only_and_on_foot()
    {
        var unit = _stage.Board.Map.Home.First(r => TestCity.Index.Responders.Premises[r] >= 0);
        var target = TestCity.Index.Responders.Premises[unit];
        var cell = TestCity.Index.TargetCell[target];
        var own = Decide(new SelectionQuery(cell, target, Want(Units), [])).Chosen.Single();
        TestCity.Index.Responders.Premises[own.Responder].ShouldBe(target);
        own.Deciseconds.ShouldBe(TestCity.Index.Responders.Turnout[own.Responder]);

        var nobody = Decide(new SelectionQuery(cell, -1, Want(Units), []));
        nobody.Chosen.ShouldBeEmpty();
        nobody.Counts[(int)Verdict.Elsewhere].ShouldBe(_stage.Board.Known.Count(k => TestCity.Index.Responders.PremisesOnly[k.Responder]));
    }

    [Fact]
    public void Everyone_known_is_counted_and_the_nearest_are_kept_in_order()
    {
        var selection = Decide(new SelectionQuery(_stage.Board.Map.Range.First, -1, Want(Patrols), []));
        selection.Counts.Sum().ShouldBe(_stage.Board.Known.Count);
        selection.Nearest.Length.ShouldBe(BoardDispatch.NearestKept);
        selection.Nearest.Select(c => (c.Candidate.Deciseconds, c.Candidate.Responder)).ShouldBeInOrder();
        selection.Nearest.ShouldContain(c => c.Verdict == Verdict.Chosen);
    }

    private static Requirement Want(ulong kinds) => new(kinds, 0, 1, Travel.Beyond);

    private Selection Decide(SelectionQuery query) => BoardDispatch.Decide(query, BoardDispatch.Candidates(_stage.Board, query, _stage.Now), new ModeWord(DispatchMode.Automatic), "v");
}

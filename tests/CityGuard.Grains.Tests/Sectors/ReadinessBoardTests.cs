using CityGuard.Domain.Readiness;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Sectors;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Sectors;

public sealed class ReadinessBoardTests
{
    private static readonly int Sector = TestCity.Sector("s-01-01");
    private static readonly int Patrol = TestCity.Responder("p-C-0001"), Other = TestCity.Responder("p-C-0002");

    private readonly BoardStage _stage = new(Sector);

    /// <summary>A cell of the sector without any target, so that its local limit counts.</summary>
    private int PlainCell => _stage.Board.Map.Range.First + Array.FindIndex(_stage.Board.Map.TargetsInCell, t => t.Length == 0);

    [Fact]
    public void A_board_that_rebuilds_says_unknown_and_never_dark()
    {
        var stage = new BoardStage(Sector, Certainty.Rebuilding);
        stage.Hear(Patrol, PlainCell).Flush();
        stage.Cell(PlainCell).ShouldBe(ReadinessLevel.Unknown);
    }

    [Fact]
    public void While_some_at_home_are_silent_good_news_is_told_and_bad_news_is_not()
    {
        var stage = new BoardStage(Sector, Certainty.Partial);
        stage.Flush();
        stage.Cell(PlainCell).ShouldBe(ReadinessLevel.Unknown);
        stage.Hear(Patrol, PlainCell).Flush();
        stage.Cell(PlainCell).ShouldBe(ReadinessLevel.Thin);
        stage.Board.Become(Certainty.Whole);
        stage.Hear(BoardStage.Busy(stage.Beacon(Patrol, PlainCell))).Flush();
        stage.Cell(PlainCell).ShouldBe(ReadinessLevel.Dark);
    }

    [Fact]
    public void A_patrol_that_comes_lifts_its_cell_and_the_second_makes_it_safe()
    {
        _stage.Flush();
        _stage.Cell(PlainCell).ShouldBe(ReadinessLevel.Dark);
        _stage.Hear(Patrol, PlainCell).Flush().ShouldContain(new PlaceChange(false, PlainCell, ReadinessLevel.Thin));
        _stage.Board.Cell(PlainCell - _stage.Board.Map.Range.First).ToldSole.ShouldBe(Patrol);
        _stage.Hear(Other, PlainCell).Flush();
        _stage.Cell(PlainCell).ShouldBe(ReadinessLevel.Met);
    }

    [Fact]
    public void Only_what_changed_is_told()
    {
        _stage.Hear(Patrol, PlainCell).Hear(Other, PlainCell).Flush();
        _stage.Flush(TimeSpan.FromSeconds(2)).ShouldBeEmpty();
        _stage.Hear(_stage.Beacon(Patrol, PlainCell)).Flush().ShouldBeEmpty();
    }

    [Fact]
    public void Older_news_is_ignored()
    {
        var old = _stage.Beacon(Patrol, PlainCell);
        _stage.Hear(BoardStage.Busy(_stage.Beacon(Patrol, PlainCell))).Hear(old).Flush();
        _stage.Cell(PlainCell).ShouldBe(ReadinessLevel.Dark);
    }

    [Fact]
    public void A_new_epoch_wins_over_a_higher_sequence_of_an_old_one()
    {
        var stale = _stage.Beacon(Patrol, PlainCell) with { Seq = 1000 };
        var fresh = _stage.Beacon(Patrol, PlainCell) with { Epoch = 2, Seq = 1 };
        _stage.Hear(BoardStage.Busy(fresh) with { Epoch = 2 }).Hear(stale).Flush();
        _stage.Cell(PlainCell).ShouldBe(ReadinessLevel.Dark);
    }

    [Fact]
    public void An_awaited_answer_wins_even_over_a_later_looking_beacon()
    {
        var answer = _stage.Beacon(Patrol, PlainCell);
        _stage.Hear(BoardStage.Busy(_stage.Beacon(Patrol, PlainCell))).Flush();
        _stage.Board.Hear(answer, _stage.Now, answer: true);
        _stage.Flush();
        _stage.Cell(PlainCell).ShouldBe(ReadinessLevel.Thin);
    }

    [Fact]
    public void Silence_of_75_seconds_drops_and_a_new_beacon_heals()
    {
        _stage.Hear(Patrol, PlainCell).Flush();
        _stage.Flush(TimeSpan.FromSeconds(74));
        _stage.Cell(PlainCell).ShouldBe(ReadinessLevel.Thin);
        _stage.Flush(TimeSpan.FromSeconds(1));
        _stage.Cell(PlainCell).ShouldBe(ReadinessLevel.Dark);
        _stage.Board.Known.ShouldBeEmpty();
        _stage.Hear(Patrol, PlainCell).Flush();
        _stage.Cell(PlainCell).ShouldBe(ReadinessLevel.Thin);
    }

    [Fact]
    public void A_position_that_grows_stale_stops_counting()
    {
        _stage.Hear(_stage.Beacon(Patrol, PlainCell) with { FreshUntil = _stage.Now.AddSeconds(10) }).Flush();
        _stage.Flush(TimeSpan.FromSeconds(9));
        _stage.Cell(PlainCell).ShouldBe(ReadinessLevel.Thin);
        _stage.Flush(TimeSpan.FromSeconds(1));
        _stage.Cell(PlainCell).ShouldBe(ReadinessLevel.Dark);
    }

    [Fact]
    public void A_cell_was_patrolled_when_somebody_on_duty_was_measured_there()
    {
        var local = PlainCell - _stage.Board.Map.Range.First;
        _stage.Hear(_stage.Beacon(Patrol, PlainCell) with { PositionAt = null });
        _stage.Board.Patrolled[local].ShouldBeNull("its post was never measured");
        _stage.Hear(_stage.Beacon(Patrol, PlainCell) with { Status = ResponderStatus.OutOfService });
        _stage.Board.Patrolled[local].ShouldBeNull("off line it patrols nothing");
        _stage.Hear(_stage.Beacon(Patrol, PlainCell));
        _stage.Board.Patrolled[local].ShouldBe(_stage.Now);
    }

    [Fact]
    public void Losing_somebody_who_does_not_count_costs_nothing()
    {
        _stage.Hear(Patrol, PlainCell).Hear(_stage.Beacon(Other, PlainCell) with { FreshUntil = _stage.Now }).Flush();
        BoardPrice.Of(_stage.Board, new HashSet<int> { Other }).ShouldBeEmpty();
        BoardPrice.Of(_stage.Board, new HashSet<int> { Patrol }).ShouldContain(new TurnedIndex(false, PlainCell, ReadinessLevel.Thin, ReadinessLevel.Dark));
    }

    [Fact]
    public void A_check_that_lapses_stops_counting_without_a_new_beacon()
    {
        _stage.Hear(_stage.Beacon(Patrol, PlainCell) with { ReadyUntil = _stage.Now.AddSeconds(10) }).Flush();
        _stage.Flush(TimeSpan.FromSeconds(9));
        _stage.Cell(PlainCell).ShouldBe(ReadinessLevel.Thin);
        _stage.Flush(TimeSpan.FromSeconds(1));
        _stage.Cell(PlainCell).ShouldBe(ReadinessLevel.Dark);
    }

    [Fact]
    public void A_circle_says_who_counts_for_it_and_when_a_patrol_was_there()
    {
        var station = TestCity.City.Responders.Select((r, i) => (r.Kind, i)).First(r => r.Kind == "stationForce").i;
        _stage.Board.Map.TryLocalCell(PlainCell, out var plain).ShouldBeTrue();
        new BoardViews(_stage.Board).Cell(plain, _stage.Now).PatrolledAt.ShouldBeNull();
        _stage.Hear(Patrol, PlainCell).Hear(station, PlainCell).Flush();
        var cell = new BoardViews(_stage.Board).Cell(plain, _stage.Now);
        cell.PatrolledAt.ShouldBe(_stage.Now);
        cell.Reachers.Select(r => (r.Kind, r.Counts)).ShouldBe([("patrolGroup", true), ("stationForce", true)], ignoreOrder: true);

        var five = Enumerable.Range(0, _stage.Board.Map.Targets.Length).First(t => _stage.Board.Map.TargetStandards[t].Standard.Id == "circle-5" && _stage.Board.Hours.IsOpen(t));
        new BoardViews(_stage.Board).Target(five, _stage.Now).Reachers.Select(r => (r.Kind, r.Counts)).ShouldBe([("patrolGroup", true), ("stationForce", false)], ignoreOrder: true);
    }

    [Fact]
    public void One_at_home_is_called_after_45_seconds_of_silence()
    {
        var home = _stage.Board.Map.Home;
        _stage.Board.SilentHome(_stage.Now).ShouldBe(home);
        foreach (var responder in home)
            _stage.Hear(responder);
        _stage.Board.HeardAllHome.ShouldBeTrue();
        _stage.Board.SilentHome(_stage.Now.AddSeconds(44)).ShouldBeEmpty();
        _stage.Board.SilentHome(_stage.Now.AddSeconds(45)).ShouldBe(home);
    }

    [Fact]
    public void A_closed_school_asks_for_nothing_and_an_open_one_names_who_is_missing()
    {
        var school = SchoolOf(out var sector);
        var night = new BoardStage(sector, now: TestCity.MondayNight);
        night.Flush();
        night.Target(school).Told.ShouldBe(ReadinessLevel.Closed);

        night.Flush(TimeSpan.FromHours(3) + TimeSpan.FromMinutes(59));
        night.Target(school).Told.ShouldBe(ReadinessLevel.Closed);
        night.Flush(TimeSpan.FromMinutes(1));
        night.Target(school).Told.ShouldBe(ReadinessLevel.Dark);
    }

    [Fact]
    public void A_circle_of_two_parties_is_incomplete_with_its_unit_alone_and_thin_with_one_patrol()
    {
        var school = SchoolOf(out var sector);
        var stage = new BoardStage(sector);
        TestCity.City.TryTarget(school, out var target).ShouldBeTrue();
        var unit = Enumerable.Range(0, TestCity.City.Responders.Length).First(r => TestCity.Index.Responders.Premises[r] == target);
        stage.Hear(unit).Flush();
        stage.Target(school).Told.ShouldBe(ReadinessLevel.Incomplete);
        stage.Target(school).ToldMissing.ShouldBe(1UL << TestCity.Index.KindIds.IndexOf("patrolGroup"));

        stage.Hear(Patrol, TestCity.Index.TargetCell[target]).Flush();
        stage.Target(school).Told.ShouldBe(ReadinessLevel.Thin);
        stage.Target(school).ToldSole.ShouldBeOneOf(unit, Patrol);

        var otherUnit = stage.Board.Map.Home.First(r => TestCity.Index.Responders.PremisesOnly[r] && TestCity.Index.Responders.Premises[r] != target);
        stage.Hear(otherUnit).Hear(Other, TestCity.Index.TargetCell[target]).Flush();
        stage.Target(school).Told.ShouldBe(ReadinessLevel.Thin, "the unit of another place holds nothing here");
        stage.Target(school).ToldSole.ShouldBe(unit);
    }

    [Fact]
    public void A_cell_keeps_the_circle_of_the_open_place_inside_it()
    {
        var school = SchoolOf(out var sector);
        var stage = new BoardStage(sector, now: TestCity.MondayNight);
        TestCity.City.TryTarget(school, out var target).ShouldBeTrue();
        var cell = TestCity.Index.TargetCell[target];
        stage.Hear(Patrol, cell).Hear(Other, cell).Flush();
        stage.Cell(cell).ShouldBe(ReadinessLevel.Met, "closed: the local limit counts");

        stage.Flush(TimeSpan.FromHours(4)); // 07:00
        stage.Hear(Patrol, cell).Hear(Other, cell).Flush();
        stage.Cell(cell).ShouldBe(ReadinessLevel.Incomplete, "open: its unit is missing");
    }

    /// <summary>A school whose cell holds no other target.</summary>
    private static string SchoolOf(out int sector)
    {
        var school = TestCity.City.Targets.First(t => t.Trade == "school" && TestCity.City.Targets.Count(o => o.Cell == t.Cell) == 1
            && TestCity.City.Responders.Any(r => r.Premises == t.Id));
        TestCity.City.TryCell(school.Cell.Value, out var cell).ShouldBeTrue();
        sector = TestCity.Index.SectorOfCell(cell);
        return school.Id.Value;
    }
}

using CityGuard.Abstractions.Readiness;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Readiness;
using CityGuard.Grains.Readiness;
using CityGuard.Grains.Sectors;
using CityGuard.Grains.Tests.Sectors;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Readiness;

public sealed class SummarySumsTests
{
    private static readonly DateTimeOffset Now = TestCity.MondayMorning;

    [Fact]
    public void What_is_planned_is_rounded_once_for_the_area_that_is_asked()
    {
        var round = Round(Enumerable.Range(0, TestCity.Index.SectorCount));
        // 30 patrols, five in each of six sectors, of whom nine in ten are wanted: 27, not six times five.
        Patrols(Sum("city-sample", round)).Planned.ShouldBe(27);
        Patrols(Sum("s-01-01", round)).Planned.ShouldBe(5);
        Sum("city-sample", round).Strength.Sum(s => s.Actual).ShouldBe(TestCity.City.Responders.Length);
    }

    [Fact]
    public void A_silent_sector_is_planned_for_and_its_people_are_unknown_not_absent()
    {
        var sum = Sum("city-sample", Round(Enumerable.Range(1, TestCity.Index.SectorCount - 1)));
        var posted = TestCity.Index.Posts.Now.Home(0).Count(r => TestCity.Index.Responders.Kind[r] == TestCity.Index.KindIds.IndexOf("patrolGroup"));
        Patrols(sum).ShouldBe(new Strength("patrolGroup", 27, 30 - posted, 0, posted));
        sum.SilentSectors.Single().Value.ShouldBe(TestCity.Index.SectorIds[0]);
        Level(sum, ReadinessLevel.Unknown).ShouldSatisfyAllConditions(l => l.Cells.ShouldBe(40), l => l.Targets.ShouldBe(TestCity.Index.Targets(0).Length));
    }

    [Theory]
    [InlineData("b-01-01-1", 20)]
    [InlineData("m-01-01-1", 20)]
    [InlineData("st-01-01", 40)]
    [InlineData("d-01", 120)]
    public void Every_area_of_both_trees_is_counted_and_only_its_own_part_of_a_silent_sector_is_unknown(string area, int cells)
    {
        var parts = area[0] is 'b' ? CountedParts.Beats : area[0] is 'd' ? CountedParts.None : CountedParts.Communities;
        var whole = Sum(area, Round(Enumerable.Range(0, TestCity.Index.SectorCount), parts));
        whole.SilentSectors.ShouldBeEmpty();
        whole.Levels.Sum(l => l.Cells).ShouldBe(cells);
        Level(whole, ReadinessLevel.Unknown).Cells.ShouldBe(0);
        TestCity.City.TryArea(area, out var at).ShouldBeTrue();
        whole.Strength.Sum(s => s.Actual).ShouldBe(TestCity.Index.Posts.Now.Strength.In(at).Sum());
        whole.Strength.ShouldAllBe(s => s.Unknown == 0);

        var silent = Sum(area, Round(Enumerable.Range(3, 3), parts));
        Level(silent, ReadinessLevel.Unknown).Cells.ShouldBe(cells);
        Level(silent, ReadinessLevel.Unknown).Targets.ShouldBe(whole.Levels.Sum(l => l.Targets));
        silent.Levels.Sum(l => l.People).ShouldBe(whole.Levels.Sum(l => l.People), 0.01);
        silent.Strength.Sum(s => s.Unknown).ShouldBe(whole.Strength.Sum(s => s.Actual));
    }

    [Fact]
    public void A_silent_sector_keeps_the_age_of_what_it_said_last()
    {
        var (all, old) = (Round([0, 1, 2]), Round([0], at: Now.AddMinutes(-5)));
        Sum("d-01", all).OldestData.ShouldBe(Now);
        Sum("d-01", new RoundCounts(Round([1, 2]).Said, old.Said)).OldestData.ShouldBe(Now.AddMinutes(-5));
        Sum("d-01", new RoundCounts(Round([]).Said, Round([]).Said)).OldestData.ShouldBeNull("nobody ever said anything: that is no age of nothing");
    }

    [Fact]
    public void Every_mode_that_counts_in_an_area_is_told_once_and_it_is_automatic_only_where_all_are()
    {
        var alike = Sum("d-01", Round([0, 1, 2]));
        (alike.Automatic, alike.Modes!.Single()).ShouldBe((true, DispatchMode.Automatic));
        var mixed = new RoundCounts(Round([0, 1, 2]).Said.ToDictionary(s => s.Key, s => s.Value with { Mode = s.Key == 2 ? DispatchMode.Manual : DispatchMode.Recommend }), Round([]).Said);
        Sum("d-01", mixed).ShouldSatisfyAllConditions(s => s.Automatic.ShouldBeFalse(), s => s.Modes.ShouldBe([DispatchMode.Recommend, DispatchMode.Manual]));
        Sum("d-01", Round([])).ShouldSatisfyAllConditions(s => s.Automatic.ShouldBeFalse(), s => s.Modes.ShouldBeEmpty());
    }

    private static ReadinessSummary Sum(string area, RoundCounts round)
        => SummarySums.Of(TestCity.Index, TestCity.City.TryArea(area, out var at) ? at : throw new ArgumentException(area), round, Now, []);

    private static RoundCounts Round(IEnumerable<int> sectors, CountedParts parts = CountedParts.None, DateTimeOffset? at = null)
        => new(sectors.ToDictionary(s => s, s => Said(s, parts, at ?? Now)), new Dictionary<int, SectorCounts>());

    private static SectorCounts Said(int sector, CountedParts parts, DateTimeOffset at)
    {
        var stage = new BoardStage(sector, now: at).HearAll();
        stage.Flush();
        return new SectorCounts(DispatchMode.Automatic, BoardCounts.Of(stage.Board, new OpenIncidents(), parts, at));
    }

    private static Strength Patrols(ReadinessSummary summary) => summary.Strength.Single(s => s.Kind == "patrolGroup");

    private static LevelCount Level(ReadinessSummary summary, ReadinessLevel level) => summary.Levels.Single(l => l.Level == level);
}

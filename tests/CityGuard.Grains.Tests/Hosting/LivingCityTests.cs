using CityGuard.Abstractions.Feed;
using CityGuard.Abstractions.Readiness;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Readiness;
using CityGuard.Grains.Areas;
using CityGuard.Grains.Cells;
using CityGuard.Grains.Feed;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Targets;
using CityGuard.Grains.Tests.Cluster;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Hosting;

public sealed class LivingCityTests(LivingCity city) : IClassFixture<LivingCity>
{
    [Fact]
    public async Task Every_standing_actor_is_awake_and_counted_from_the_silos()
    {
        var expected = TestCity.City.Cells.Count + TestCity.Index.SectorCount + TestCity.City.Areas.Length + TestCity.City.Responders.Length + TestCity.City.Targets.Length;
        CityHealth? health = null;
        var classes = "";
        await Eventually.Holds(
            async () =>
            {
                var statistics = await city.Grains.GetGrain<IManagementGrain>(0).GetSimpleGrainStatistics();
                classes = string.Join(", ", statistics.Select(s => $"{s.GrainType.Split(',')[0].Split('.')[^1]} {s.ActivationCount}"));
                return (health = await city.Readiness.Health()).ActiveActors == expected && health.Ready;
            },
            () => $"{health}, expected {expected}; {classes}",
            within: TimeSpan.FromSeconds(90)); // an actor that moves is away until someone speaks to it, which is at most a minute
        health.ShouldNotBeNull().ShouldSatisfyAllConditions(
            h => h.Ready.ShouldBeTrue(), h => h.BoardsReady.ShouldBe(TestCity.Index.SectorCount), h => h.City.ShouldBe("sample"));
    }

    [Fact]
    public async Task A_patrol_that_crosses_into_another_cell_changes_what_boards_and_actors_say()
    {
        var patrol = TestCity.Responder("p-C-0001");
        var sector = TestCity.Index.HomeSector(patrol);
        var here = TestCity.Index.HomeCell(patrol);
        var there = TestCity.City.Cells.Sectors[sector].First + (here == TestCity.City.Cells.Sectors[sector].First ? 1 : 0);
        var before = await Seconds(there, patrol);

        await Move(patrol, there);
        await Eventually.Holds(async () => await Seconds(there, patrol) < before, () => "the board has not heard of it");
        await Move(patrol, here);
        await Eventually.Holds(async () => await Seconds(there, patrol) == before, () => "the board has not heard of the way back");
    }

    [Fact]
    public async Task A_cell_follows_its_board()
    {
        var cell = TestCity.City.Cells.Id(5).Value;
        CircleView? circle = null;
        await Eventually.Holds(
            async () => (circle = (await city.Readiness.Cell(OpenDoor.Key, cell)).Value) is { Level: not ReadinessLevel.Unknown }
                && (await city.Grains.GetGrain<ICellGrain>(cell).Standing()).Last?.Level == circle.Level,
            () => $"{circle}");
    }

    [Fact]
    public async Task A_target_knows_its_circle_and_when_it_opens_or_closes()
    {
        var school = TestCity.City.Targets.First(t => t.Trade == "school");
        TargetStanding? standing = null;
        await Eventually.Holds(
            async () => (standing = await city.Grains.GetGrain<IKeyTargetGrain>(school.Id.Value).Standing()).Circle.Last is { Level: not ReadinessLevel.Unknown },
            () => $"{standing}");
        (standing!.Circle.Last!.Level == ReadinessLevel.Closed).ShouldBe(!standing.Open);
        standing.NextChange.ShouldNotBeNull().ShouldBeGreaterThan(TimeProvider.System.GetUtcNow().AddMinutes(-1));
    }

    [Fact]
    public async Task Every_board_says_what_an_evaluation_from_scratch_says()
    {
        for (var sector = 0; sector < TestCity.Index.SectorCount; sector++)
            (await city.Sector(sector).Check()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_summary_of_the_city_is_the_sum_of_its_sectors()
    {
        var whole = (await city.Readiness.Summary(OpenDoor.Key, TestCity.City.Areas[0].Id.Value)).Value;
        await Eventually.Holds(
            async () => (whole = (await city.Readiness.Summary(OpenDoor.Key, TestCity.City.Areas[0].Id.Value)).Value) is { SilentSectors.Count: 0 } told && told.Strength.All(s => s.Unknown == 0),
            () => $"{whole}");
        whole.ShouldNotBeNull();
        whole.Levels.Sum(l => l.Cells).ShouldBe(TestCity.City.Cells.Count);
        whole.Levels.Sum(l => l.People).ShouldBe(TestCity.City.Cells.Residents.Sum(r => (double)r), 1);
        whole.Levels.Sum(l => l.Targets).ShouldBe(TestCity.City.Targets.Length);
        whole.Children.Count.ShouldBe(2);
        whole.Strength.Sum(s => s.Actual).ShouldBe(TestCity.City.Responders.Length);
        whole.Strength.ShouldAllBe(s => s.Planned <= s.Actual && s.Unknown == 0);

        var sector = (await city.Readiness.Summary(OpenDoor.Key, TestCity.Index.SectorIds[0])).Value.ShouldNotBeNull();
        sector.Children.Sum(c => c.Levels.Sum(l => l.Cells)).ShouldBe(TestCity.City.Cells.Sectors[0].Count);
        var beat = (await city.Readiness.Summary(OpenDoor.Key, sector.Children[0].Area.Id.Value)).Value.ShouldNotBeNull();
        beat.Area.ShouldBe(sector.Children[0].Area);
    }

    [Theory]
    [InlineData("st-01-01", 40, 2)]
    [InlineData("m-01-01-1", 20, 0)]
    [InlineData("b-01-01-1", 20, 0)]
    [InlineData("d-01", 120, 3)]
    public async Task Every_area_of_either_tree_has_its_counts_and_its_fragile_targets(string area, int cells, int children)
    {
        var counts = (await city.Readiness.Summary(OpenDoor.Key, area)).Value.ShouldNotBeNull();
        counts.Levels.Sum(l => l.Cells).ShouldBe(cells);
        counts.Strength.Sum(s => s.Actual).ShouldBe(TestCity.City.Responders.Count(r => IsWithin(r.Cell.Value)));
        counts.Children.Count.ShouldBe(children);

        ReadinessLevel[] weak = [ReadinessLevel.Thin, ReadinessLevel.Incomplete, ReadinessLevel.Late, ReadinessLevel.Dark];
        await Eventually.Holds(
            async () => (await city.Readiness.Fragile(OpenDoor.Key, area, 200)).Value!.Count
                == (await city.Readiness.Summary(OpenDoor.Key, area)).Value!.Levels.Where(l => weak.Contains(l.Level)).Sum(l => l.Targets),
            () => "the list and the counts differ");
        var fragile = (await city.Readiness.Fragile(OpenDoor.Key, area, 200)).Value.ShouldNotBeNull();
        fragile.All(f => IsWithin(TestCity.City.Targets.Single(t => t.Id == f.Target).Cell.Value)).ShouldBeTrue();
        fragile.Select(f => (f.Grade, Array.IndexOf(weak, f.Level))).ShouldBeInOrder();
        fragile.ShouldAllBe(f => f.Level == ReadinessLevel.Thin ? f.Sole != null : f.MissingKinds.Count > 0);

        bool IsWithin(string cell) => TestCity.City.TryCell(cell, out var c) && TestCity.City.TryArea(area, out var a) && TestCity.Index.IsWithin(c, a);
    }

    [Fact]
    public async Task Everyone_is_shown_from_the_start_though_nothing_happened_to_him()
    {
        HashSet<int> shown = [];
        await Eventually.Holds(
            () =>
            {
                foreach (var silo in city.Silos)
                    shown.UnionWith(silo.ServiceProvider.GetRequiredService<FeedRelay>().Subscribe(new Viewer(), TimeSpan.FromSeconds(5)).Positions.Select(p => p.Responder));
                return Task.FromResult(shown.Count == TestCity.City.Responders.Length);
            },
            () => $"{shown.Count} shown");
    }

    // The first silo woke everything before the second had joined, so here some districts had to move.
    [Fact]
    public Task A_district_comes_together_on_one_silo() => city.Settled();

    [Fact]
    public async Task A_sector_of_another_city_is_refused()
        => (await Should.ThrowAsync<InvalidOperationException>(() => city.Sector(0).Ensure("another"))).Message.ShouldContain("same");

    [Fact]
    public async Task Nobody_waits_against_the_order()
    {
        await city.Readiness.Summary(OpenDoor.Key, TestCity.City.Areas[0].Id.Value);
        city.Breaches.ShouldBeEmpty();
    }

    [Fact]
    public async Task Reading_needs_the_scope_and_a_place_that_exists()
    {
        (await city.Readiness.Cell(new("ingest"), "c-00001")).Refusal!.Code.ShouldBe(Abstractions.RefusalCode.Forbidden);
        (await city.Readiness.Cell(new("nobody"), "c-00001")).Refusal!.Code.ShouldBe(Abstractions.RefusalCode.Unauthenticated);
        (await city.Readiness.Cell(OpenDoor.Key, "c-99999")).Refusal!.Code.ShouldBe(Abstractions.RefusalCode.Unknown);
        (await city.Readiness.Target(OpenDoor.Key, "t-9999")).Refusal!.Code.ShouldBe(Abstractions.RefusalCode.Unknown);
        (await city.Readiness.Fragile(OpenDoor.Key, TestCity.City.Areas[0].Id.Value, 0)).Refusal!.Code.ShouldBe(Abstractions.RefusalCode.Malformed);
    }

    [Fact]
    public async Task A_mode_of_the_district_reaches_its_sectors_and_the_later_word_counts()
    {
        var district = TestCity.City.Areas[TestCity.City.Cells.Sectors[0].District].Id.Value;
        var sector = TestCity.Index.SectorIds[0];
        (await Word()).Area.ShouldBeNull("nobody has said anything");
        await Set(district, DispatchMode.Manual);
        (await Word()).ShouldSatisfyAllConditions(w => w.Mode.ShouldBe(DispatchMode.Manual), w => w.Area!.Value.Value.ShouldBe(district), w => w.By.ShouldBe("tester"));
        await Set(sector, DispatchMode.Automatic);
        (await Word()).Mode.ShouldBe(DispatchMode.Automatic);
        await Set(TestCity.City.Areas[0].Id.Value, DispatchMode.Recommend);
        var last = await Word();
        last.Mode.ShouldBe(DispatchMode.Recommend);

        // A sector that starts again reads it from the journal.
        await city.Restart(city.Sector(0));
        (await Word()).ShouldBe(last);
        await Set(TestCity.City.Areas[0].Id.Value, DispatchMode.Automatic);
        (await Word()).Mode.ShouldBe(DispatchMode.Automatic);

        async Task Set(string area, DispatchMode mode) => (await city.Grains.GetGrain<IAreaGrain>(area).SetMode(mode, "test", "tester")).IsOk.ShouldBeTrue();

        Task<ModeWord> Word() => city.Sector(TestCity.Sector(sector)).Mode();
    }

    private sealed class Viewer : IFeedObserver
    {
        public Task Frame(FeedFrame frame) => Task.CompletedTask;
    }

    private async Task<double> Seconds(int cell, int patrol)
        => (await city.Readiness.Cell(OpenDoor.Key, TestCity.City.Cells.Id(cell).Value)).Value?.Reachers
            .FirstOrDefault(r => r.Responder == TestCity.City.Responders[patrol].Id)?.Seconds ?? double.MaxValue;

    private async Task Move(int patrol, int cell)
        => (await city.Responder(patrol).Position(TestCity.City.Cells.Centres[cell], cell, TimeProvider.System.GetUtcNow())).ShouldBeNull();
}

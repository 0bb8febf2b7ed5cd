using CityGuard.Abstractions.Duty;
using CityGuard.Grains.Incidents;
using CityGuard.Grains.Tests.Cluster;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Incidents;

/// <summary>A city with one more plan, for a higher duty level: it is taken while that level is in force, and kept when the level has ended.</summary>
public sealed class PlanByDutyTests : IAsyncLifetime
{
    private readonly City _city = new(automatic: true, rules: rules => rules with
    {
        Plans = [.. rules.Plans, .. rules.Plans.Where(plan => plan.Roles.Count > 0).Select(plan => plan with { Id = $"{plan.Id}-fair", DutyLevels = ["2"] })],
    });

    public ValueTask InitializeAsync() => _city.InitializeAsync();

    public ValueTask DisposeAsync() => _city.DisposeAsync();

    [Fact]
    public async Task The_plan_is_that_of_the_level_in_force_and_stays_when_the_level_ends()
    {
        await _city.Fresh();
        var calm = await _city.Until(await _city.Report(City.Theft("calm")), view => view.Assignments.Count > 0);
        calm.Plan.ShouldNotBeNull().ShouldNotEndWith("-fair");

        var duty = _city.Grains.GetGrain<IDutyFront>(0);
        (await duty.Set(OpenDoor.Key, "city-sample", new DutyCommand("2", "a fair", TimeProvider.System.GetUtcNow().AddHours(1), "it begins"))).Refusal.ShouldBeNull();
        await Eventually.Holds(
            async () => (await duty.Duty(OpenDoor.Key, "city-sample")).Value!.Sectors is { Count: > 0 } sectors && sectors.All(s => s.Duty.Level == "2"), () => "a sector has not heard");
        var fair = await _city.Until(await _city.Report(City.Theft("fair")), view => view.Assignments.Count > 0);
        fair.Plan.ShouldBe($"{calm.Plan}-fair");

        (await duty.End(OpenDoor.Key, "city-sample", new EndDutyCommand("over"))).Refusal.ShouldBeNull();
        await City.Deactivate(_city.Grains.GetGrain<IIncidentGrain>(fair.Id.Value));
        (await _city.Until(fair.Id, view => view.Assignments.Count > 0)).Plan.ShouldBe(fair.Plan);
        await _city.Finish(calm.Id);
        await _city.Finish(fair.Id);
    }
}

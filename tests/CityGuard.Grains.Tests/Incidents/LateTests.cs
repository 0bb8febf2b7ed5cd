using CityGuard.Abstractions.Incidents;
using CityGuard.Grains.Incidents;
using CityGuard.Grains.Tests.Cluster;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Incidents;

/// <summary>Lateness is told when it begins and when it ends.</summary>
public sealed class LateTests : IAsyncLifetime
{
    private readonly ShiftedTime _time = new();
    private readonly City _city;

    public LateTests() => _city = new City(automatic: true, _time);

    public ValueTask InitializeAsync() => _city.InitializeAsync();

    public ValueTask DisposeAsync() => _city.DisposeAsync();

    [Fact]
    public async Task A_late_incident_is_late_no_more_once_the_crew_is_there()
    {
        await _city.Fresh();
        var view = await _city.UntilAssigned(await _city.Report(City.Theft("late") with { Severity = CityGuard.Domain.Incidents.IncidentSeverity.High }));
        view = await _city.Until(view.Id, v => v.Roles!.All(role => v.Assignments.Count(a => a.Role == role.Role && a.State == AssignmentState.Granted) == role.Count));
        // Who has accepted stays on it, however late.
        foreach (var held in view.Assignments.Where(a => a.State == AssignmentState.Granted))
            (await _city.Say(view, "accepted", assignment: held)).Refusal.ShouldBeNull();
        _time.Shift = TimeSpan.FromMinutes(10);
        await _city.Grains.GetGrain<IIncidentGrain>(view.Id.Value).TakeUp(view.Version);
        await Eventually.Holds(async () => await Line(view) is { Late: true }, () => "not told that it is late");

        foreach (var held in (await _city.View(view.Id)).Assignments.Where(a => a.State == AssignmentState.Granted))
            (await _city.Say(view, "onScene", _time.GetUtcNow(), held)).Refusal.ShouldBeNull();
        // Well before the next sweep, which would ask again anyway.
        await Eventually.Holds(async () => await Line(view) is { Late: false }, () => "not told that it is late no more", TimeSpan.FromSeconds(15));
        await _city.Finish(view.Id);
    }

    private async Task<IncidentLine?> Line(IncidentView view)
        => (await _city.Incidents.Open(OpenDoor.Key, view.Sector.Value, 100)).Value.ShouldNotBeNull().FirstOrDefault(line => line.Id == view.Id);
}

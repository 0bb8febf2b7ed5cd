using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Responders.Events;
using CityGuard.Grains.Tests.Cluster;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Incidents;

/// <summary>What another activation has written nobody tells this one: an open incident looks into the journal twice a minute, and whom it holds does so too.</summary>
public sealed class LookAgainTests : IAsyncLifetime
{
    /// <summary>Well before half a minute has passed on the wall, too.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan HalfAMinute = TimeSpan.FromSeconds(30);
    private readonly LeapTime _time = new();
    private readonly City _city;

    public LookAgainTests() => _city = new City(automatic: true, _time, silos: 1);

    private DateTimeOffset Now => _time.GetUtcNow();

    public ValueTask InitializeAsync() => _city.InitializeAsync();

    public ValueTask DisposeAsync() => _city.DisposeAsync();

    [Fact]
    public async Task An_incident_that_was_closed_elsewhere_is_told_as_closed_and_its_responder_knows_that_it_is_free()
    {
        var view = await OnTheWay("closed-elsewhere");
        var held = view.Assignment();
        _city.Wire.LoseCalls("IIncidentGrain.HeldBy", int.MaxValue); // what the responder asks by itself is lost
        await _city.AppendBehindItsBack(held.Responder, new Released(view.Id, held.Op, held.Epoch + 1, Now));
        await _city.AppendBehindItsBack(view.Id, null, new Closing("chief", "over", Now), new AssignmentReleased(held.Op, held.Epoch, Now), new Closed(Now));
        (await _city.View(view.Id)).State.ShouldNotBe(IncidentState.Closed);

        _time.Leap(HalfAMinute);

        await Eventually.Holds(async () => (await _city.View(view.Id)).State == IncidentState.Closed, () => "it still believes that it is open", Soon);
        await Eventually.Holds(async () => !await IsListed(view), () => "still in the list of what is open", Soon);
        await Eventually.Holds(async () => (await _city.View(held.Responder)).Incident is null, () => "its responder still believes that it is held", Soon);
    }

    [Fact]
    public async Task A_responder_that_was_freed_elsewhere_learns_it_and_so_does_the_incident_that_lost_it()
    {
        var view = await OnTheWay("freed-elsewhere");
        var held = view.Assignment();
        await _city.AppendBehindItsBack(held.Responder, new ForceReleased(view.Id, held.Op, "chief", "needed at home", held.Epoch + 1, Now, StaysEmpty: true));
        (await _city.View(held.Responder)).Incident.ShouldBe(view.Id);

        _time.Leap(HalfAMinute);

        await Eventually.Holds(async () => (await _city.View(held.Responder)).Incident is null, () => "it still believes that it is held", Soon);
        await Eventually.Holds(async () => (await _city.View(view.Id)).Assignments.Single(a => a.Op == held.Op).State == AssignmentState.Lost, () => "the incident does not know that it lost it", Soon);
    }

    [Fact]
    public async Task A_responder_that_was_given_to_the_incident_elsewhere_learns_it()
    {
        var view = await OnTheWay("given-elsewhere");
        var (other, op) = (_city.Model.Responders.First(r => r.Id.Value[0] == 'p' && r.Id != view.Assignment().Responder).Id, OperationId.Parse("o-elsewhere"));
        var seen = (await _city.View(other)).Epoch;
        await _city.AppendBehindItsBack(other, new Assigned(view.Id, op, seen + 1, Now));
        await _city.AppendBehindItsBack(
            view.Id, view.Sector, new AssignmentRequested(op, other, "backup", seen, null, "chief", "weapons seen", null, Now), new AssignmentGranted(op, seen + 1, Now));
        (await _city.View(other)).Incident.ShouldBeNull();

        _time.Leap(HalfAMinute);

        await Eventually.Holds(async () => (await _city.View(other)).Incident == view.Id, () => "it still believes that it is free", Soon);
    }

    /// <summary>A crew that is under way waits for nothing, so that the incident has nothing else to wake for.</summary>
    private async Task<IncidentView> OnTheWay(string id)
    {
        await _city.Fresh();
        var view = await _city.UntilAssigned(await _city.Report(City.Theft(id)));
        (await _city.Say(view, "enRoute")).Refusal.ShouldBeNull();
        return await _city.View(view.Id);
    }

    private async Task<bool> IsListed(IncidentView view)
        => (await _city.Incidents.Open(OpenDoor.Key, view.Sector.Value, 100)).Value.ShouldNotBeNull().Any(line => line.Id == view.Id);
}

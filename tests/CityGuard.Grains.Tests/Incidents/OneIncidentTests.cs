using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Tests.Cluster;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Incidents;

/// <summary>From the report to the closing, over the doors that clients use.</summary>
public sealed class OneIncidentTests : IAsyncLifetime
{
    private readonly City _city = new();

    public ValueTask InitializeAsync() => _city.InitializeAsync();

    public ValueTask DisposeAsync() => _city.DisposeAsync();

    [Fact]
    public async Task A_report_is_assigned_worked_and_closed()
    {
        var view = await _city.UntilAssigned(await _city.Report(City.Theft("1")));
        var held = view.Assignments.ShouldHaveSingleItem();
        (await _city.View(held.Responder)).ShouldSatisfyAllConditions(
            r => r.Status.ShouldBe(ResponderStatus.Assigned), r => r.Incident.ShouldBe(view.Id), r => r.Op.ShouldBe(held.Op), r => r.Epoch.ShouldBe(held.Epoch));
        foreach (var step in (string[])["accepted", "enRoute", "onScene", "controlled", "cleared"])
            (await _city.Say(view, step)).Refusal.ShouldBeNull();

        var closed = await _city.Until(view.Id, v => v.State == IncidentState.Closed);
        closed.Times.ClosedAt.ShouldNotBeNull();
        closed.Times.OnSceneAt.ShouldNotBeNull();
        closed.Decisions.ShouldHaveSingleItem().Chosen.ShouldBe([held.Responder]);
        (await _city.View(held.Responder)).ShouldSatisfyAllConditions(r => r.Incident.ShouldBeNull(), r => r.Epoch.ShouldBe(held.Epoch + 1));
        _city.Kinds(view.Id.Value).ShouldBe(
        [
            "Opened", "Decided", "AssignmentRequested", "AssignmentGranted", "ProgressRecorded", "ProgressRecorded", "ProgressRecorded", "ProgressRecorded",
            "ProgressRecorded", "Closing", "Closed",
        ]);
        _city.Kinds(held.Responder.Value).ShouldBe(["Assigned", "Released"]);
        (await _city.Journal.Open(closed.Sector.Value, TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }
}

using CityGuard.Domain.Responders;
using CityGuard.Grains.Tests.Cluster;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Incidents;

/// <summary>From the report to the closing, over the doors that clients use.</summary>
[Collection(nameof(OneCity))]
public sealed class OneIncidentTests(City city)
{
    private const string Quiet = "c-00240"; // nothing else happens in this corner, so its board is up to date
    [Fact]
    public async Task A_report_is_assigned_worked_and_closed()
    {
        await city.Fresh();
        var view = await city.UntilAssigned(await city.Report(City.Theft("one", Quiet)));
        var held = view.Assignment();
        (await city.View(held.Responder)).ShouldSatisfyAllConditions(
            r => r.Status.ShouldBe(ResponderStatus.Assigned), r => r.Incident.ShouldBe(view.Id), r => r.Op.ShouldBe(held.Op), r => r.Epoch.ShouldBe(held.Epoch));

        var closed = await city.Work(view);
        closed.Times.ClosedAt.ShouldNotBeNull();
        closed.Times.OnSceneAt.ShouldNotBeNull();
        closed.Decisions.ShouldHaveSingleItem().Chosen.ShouldBe([held.Responder]);
        (await city.View(held.Responder)).ShouldSatisfyAllConditions(r => r.Incident.ShouldBeNull(), r => r.Epoch.ShouldBe(held.Epoch + 1));
        city.Kinds(view.Id.Value).ShouldBe(
        [
            "Opened", "Decided", "AssignmentRequested", "AssignmentGranted", "ProgressRecorded", "ProgressRecorded", "ProgressRecorded", "ProgressRecorded",
            "ProgressRecorded", "Closing", "Closed",
        ]);
        city.Kinds(held.Responder.Value).TakeLast(2).ShouldBe(["Assigned", "Released"]);
        (await city.Journal.Open(closed.Sector.Value, TestContext.Current.CancellationToken)).ShouldNotContain(view.Id.Value);
    }

    /// <summary>The budget of one incident with one responder that reports every step: 14 events, 60 messages, timers apart.</summary>
    [Fact]
    public async Task One_incident_is_frugal()
    {
        await city.Fresh();
        var before = city.Wire.Calls.ToDictionary();
        var view = await city.UntilAssigned(await city.Report(City.Theft("frugal", Quiet)));
        await city.Work(view);
        var calls = city.Wire.Calls.Select(call => (Method: call.Key, Count: call.Value - before.GetValueOrDefault(call.Key))).Where(IsOfTheIncident).ToArray();

        foreach (var (method, count) in calls)
            TestContext.Current.TestOutputHelper?.WriteLine($"{count,4} {method}");
        calls.Sum(call => call.Count).ShouldBeLessThanOrEqualTo(60);
        (city.Kinds(view.Id.Value).Count + 2).ShouldBeLessThanOrEqualTo(14); // and the responder's Assigned, Released
    }

    // The test's own looking on, timers, and what boards, places and silos tell each other whatever happens (one collected word to each
    // board is 54 of them, when the collector's clock falls into this window).
    private static bool IsOfTheIncident((string Method, int Count) call) => call.Count > 0
        && call.Method is not ("IIncidentFront.Get" or "IIncidentGrain.View")
        && !call.Method.Contains("Timer", StringComparison.Ordinal) && !call.Method.EndsWith(".Dequeue", StringComparison.Ordinal) && !call.Method.EndsWith(".Ensure", StringComparison.Ordinal)
        && !call.Method.EndsWith(".Told", StringComparison.Ordinal) && !call.Method.EndsWith(".Wake", StringComparison.Ordinal)
        && call.Method is not ("ISectorGrain.Beacons" or "IGridEventGrain.TakeUp" or "IActivationMigrationManagerSystemTarget.AcceptMigratingGrains" or "IDeploymentLoadPublisher.UpdateRuntimeStatistics");
}

using CityGuard.Abstractions.Incidents;
using CityGuard.Grains.Tests.Cluster;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Journaling;

/// <summary>An append whose outcome nobody knows ends the activation; the next one finds out.</summary>
[Collection(nameof(OneCity))]
public sealed class UnknownOutcomeTests(City city)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_report_is_neither_lost_nor_doubled(bool written)
    {
        await city.Fresh();
        var hit = city.Journal.FaultsHit;
        city.Journal.FailNext("Opened", written);
        var receipt = (await city.Incidents.Report(OpenDoor.Key, City.Theft($"unknown-{written}"))).Value.ShouldNotBeNull();
        city.Journal.FaultsHit.ShouldBe(hit + 1);
        receipt.Created.ShouldBe(!written);
        (await city.UntilAssigned(receipt.Id)).Assignment().Epoch.ShouldBeGreaterThan(0);
        city.Kinds(receipt.Id.Value).Count(kind => kind == "Opened").ShouldBe(1);
        await city.Finish(receipt.Id);
    }

    [Theory]
    [InlineData(true, "AssignmentRequested")]
    [InlineData(true, "Assigned")]
    [InlineData(true, "AssignmentGranted")]
    [InlineData(false, "AssignmentRequested")]
    [InlineData(false, "Assigned")]
    [InlineData(false, "AssignmentGranted")]
    public async Task Dispatch_goes_on_whichever_append_fails(bool written, string kind)
    {
        await city.Fresh();
        var hit = city.Journal.FaultsHit;
        city.Journal.FailNext(kind, written);
        var view = await city.UntilAssigned(await city.Report(City.Theft($"dispatch-{written}-{kind}")));
        city.Journal.FaultsHit.ShouldBe(hit + 1);
        var held = view.Assignments.Single(a => a.State == AssignmentState.Granted);
        (await city.View(held.Responder)).ShouldSatisfyAllConditions(r => r.Incident.ShouldBe(view.Id), r => r.Epoch.ShouldBe(held.Epoch));
        await city.Work(view);
        (await city.View(held.Responder)).Incident.ShouldBeNull();
    }
}

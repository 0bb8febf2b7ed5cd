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
    [InlineData(true, 0)]
    [InlineData(true, 1)]
    [InlineData(true, 2)]
    [InlineData(false, 0)]
    [InlineData(false, 1)]
    [InlineData(false, 2)]
    public async Task Dispatch_goes_on_whichever_append_fails(bool written, int passed)
    {
        await city.Fresh();
        var hit = city.Journal.FaultsHit;
        city.Journal.PassNext(); // the report
        for (var i = 0; i < passed; i++)
            city.Journal.PassNext(); // the request, the responder's assignment
        if (written)
            city.Journal.FailNextAfterWrite();
        else
            city.Journal.FailNextBeforeWrite();
        var view = await city.UntilAssigned(await city.Report(City.Theft($"dispatch-{written}-{passed}")));
        city.Journal.FaultsHit.ShouldBe(hit + 1);
        var held = view.Assignments.Single(a => a.State == AssignmentState.Granted);
        (await city.View(held.Responder)).ShouldSatisfyAllConditions(r => r.Incident.ShouldBe(view.Id), r => r.Epoch.ShouldBe(held.Epoch));
        await city.Work(view);
        (await city.View(held.Responder)).Incident.ShouldBeNull();
    }
}

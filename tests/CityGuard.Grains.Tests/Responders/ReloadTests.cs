using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Responders;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Incidents;
using CityGuard.Grains.Responders;
using CityGuard.Grains.Tests.Cluster;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Responders;

/// <summary>What an actor knew it knows again from its journal.</summary>
[Collection(nameof(OneCity))]
public sealed class ReloadTests(City city)
{
    [Fact]
    public async Task A_held_responder_is_held_after_a_new_start_and_its_order_comes_back()
    {
        await city.Fresh();
        var view = await city.UntilAssigned(await city.Report(City.Theft("reload")));
        var held = view.Assignment();
        (await city.Say(view, "enRoute")).Refusal.ShouldBeNull();
        await City.Deactivate(city.Grains.Responder(held.Responder));
        await City.Deactivate(city.Grains.GetGrain<IIncidentGrain>(view.Id.Value));

        (await city.View(held.Responder)).ShouldSatisfyAllConditions(r => r.Incident.ShouldBe(view.Id), r => r.Epoch.ShouldBe(held.Epoch));
        var orders = (await city.Responders.Orders(OpenDoor.Key, held.Responder.Value, "", TimeSpan.FromSeconds(25))).Value.ShouldNotBeNull().Orders;
        orders.ShouldHaveSingleItem().ShouldSatisfyAllConditions(o => o.Epoch.ShouldBe(held.Epoch), o => o.Op.ShouldBe(held.Op), o => o.Recall.ShouldBeFalse());
        await Eventually.Holds(async () => (await city.View(held.Responder)).Status == ResponderStatus.EnRoute, () => "progress did not come back");
        await city.Finish(view.Id);
    }

    [Fact]
    public async Task A_recall_is_heard_by_a_crew_that_asks_after_a_new_start()
    {
        await city.Fresh();
        var view = await city.UntilAssigned(await city.Report(City.Theft("recall-reload")));
        var held = view.Assignment();
        (await city.Incidents.Recall(OpenDoor.Key, view.Id.Value, new RecallCommand(held.Op, "enough"))).Refusal.ShouldBeNull();
        await City.Deactivate(city.Grains.Responder(held.Responder));
        await City.Deactivate(city.Grains.GetGrain<IIncidentGrain>(view.Id.Value));
        var recall = (await city.Responders.Orders(OpenDoor.Key, held.Responder.Value, "", TimeSpan.FromSeconds(25))).Value.ShouldNotBeNull().Orders.ShouldHaveSingleItem();
        recall.ShouldSatisfyAllConditions(o => o.Epoch.ShouldBe(held.Epoch), o => o.Op.ShouldBe(held.Op), o => o.Recall.ShouldBeTrue());
        await city.Finish(view.Id);
    }

    [Fact]
    public async Task A_long_stream_is_read_from_its_snapshot()
    {
        var patrol = ResponderId.Parse("p-C-0020");
        for (var i = 0; i < ResponderSnapshot.Every; i++)
        {
            await Own(patrol, "outOfService");
            await Own(patrol, "available");
        }

        var before = await city.View(patrol);
        await City.Deactivate(city.Grains.Responder(patrol));
        (await city.View(patrol)).Epoch.ShouldBe(before.Epoch);
        var head = (await city.Journal.ReadHead(patrol.Value, TestContext.Current.CancellationToken)).ShouldNotBeNull();
        head.SnapshotVersion.ShouldBe(head.Version - (head.Version % ResponderSnapshot.Every));
        await Own(patrol, "outOfService");
        await Own(patrol, "available");
        (await city.View(patrol)).Epoch.ShouldBe(before.Epoch + 2);
    }

    [Fact]
    public async Task A_position_comes_back_with_its_true_age()
    {
        var patrol = ResponderId.Parse("p-C-0021");
        var at = TimeProvider.System.GetUtcNow().AddSeconds(-40);
        var place = city.Model.Cells.Centres[7];
        await City.Deactivate(city.Grains.Responder(patrol));
        city.Positions.Checkpoint(patrol, new(place, at));
        (await city.View(patrol)).ShouldSatisfyAllConditions(r => r.Position.ShouldBe(place), r => r.PositionAt.ShouldBe(at), r => r.Cell.ShouldBe(city.Model.Cells.Id(7)));
    }

    private async Task Own(ResponderId responder, string status)
    {
        Answer<Done> answer = await city.Responders.ReportStatus(OpenDoor.Key, responder.Value, new StatusReport(status, TimeProvider.System.GetUtcNow()));
        answer.Refusal.ShouldBeNull();
    }
}

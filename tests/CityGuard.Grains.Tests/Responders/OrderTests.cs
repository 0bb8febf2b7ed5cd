using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Responders;
using CityGuard.Grains.Tests.Cluster;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Responders;

/// <summary>Orders reach whoever waits for them: one crew, a sector, a district, the city. A city of its own: who is nearest must be free.</summary>
public sealed class OrderTests(City city) : IClassFixture<City>
{
    [Theory]
    [InlineData("s-01-01")]
    [InlineData("d-01")]
    [InlineData("city-sample")]
    public async Task Whoever_waits_for_an_area_gets_its_orders_and_recalls(string area)
    {
        await Quiet();
        var mark = (await Poll(area, "", TimeSpan.Zero)).Next;
        var waiting = PollUntil(area, mark, order => !order.Recall);
        var view = await city.UntilAssigned(await city.Report(City.Theft($"orders-{area}")));
        var (order, next) = await waiting;
        var held = view.Assignment();
        order.ShouldSatisfyAllConditions(o => o.Incident.ShouldBe(view.Id), o => o.Op.ShouldBe(held.Op), o => o.Epoch.ShouldBe(held.Epoch), o => o.Place.ShouldBe(view.Place));

        waiting = PollUntil(area, next, o => o.Recall && o.Epoch == held.Epoch);
        (await city.Incidents.Recall(OpenDoor.Key, view.Id.Value, new RecallCommand(held.Op, "enough"))).Refusal.ShouldBeNull();
        (await waiting).Order.Seq.ShouldBe(order.Seq + 1);
        await city.Finish(view.Id);
    }

    [Fact]
    public async Task A_crew_that_has_seen_its_order_waits_for_the_next()
    {
        await Quiet();
        var view = await city.UntilAssigned(await city.Report(City.Theft("seen")));
        var who = view.Assignment().Responder.Value;
        var first = await PollUntil(who, "", o => o.Epoch == view.Assignment().Epoch);
        (await Poll(who, first.Next, TimeSpan.Zero)).Orders.ShouldBeEmpty();
        await city.Finish(view.Id);
    }

    [Theory]
    [InlineData("nowhere", "", 0, RefusalCode.Unknown)]
    [InlineData("p-C-0001", "x", 0, RefusalCode.Malformed)]
    [InlineData("p-C-0001", "", 26, RefusalCode.Malformed)]
    [InlineData("b-01-01-1", "", 0, RefusalCode.Unprocessable)]
    public async Task Bad_polls_are_refused(string who, string after, int seconds, RefusalCode code)
        => (await city.Responders.Orders(OpenDoor.Key, who, after, TimeSpan.FromSeconds(seconds))).Refusal!.Code.ShouldBe(code);

    /// <summary>Everyone stands at his post, and the board of the first sector knows that its own crews are nearest.</summary>
    private async Task Quiet()
    {
        await city.Fresh();
        await city.Board("c-00015", "patrolGroup", s => s.Chosen.Any(c => city.Model.Cells.Sector[city.Cell(city.Model.Responders[c.Responder].Cell.Value)] == city.Model.Cells.Sector[city.Cell("c-00015")]));
    }

    private async Task<OrderBatch> Poll(string who, string after, TimeSpan wait)
        => (await city.Responders.Orders(OpenDoor.Key, who, after, wait)).Value.ShouldNotBeNull();

    private async Task<(Order Order, string Next)> PollUntil(string who, string after, Func<Order, bool> wanted)
    {
        Order? found = null;
        await Eventually.Holds(
            async () =>
            {
                var batch = await Poll(who, after, TimeSpan.FromSeconds(5));
                (after, found) = (batch.Next, batch.Orders.FirstOrDefault(wanted));
                return found is not null;
            },
            () => $"no such order for {who}");
        return (found!, after);
    }
}

using System.Net;
using System.Text.Json;
using CityGuard.Abstractions.Responders;
using CityGuard.Abstractions.Wire;
using CityGuard.Domain.Responders;
using Shouldly;
using Xunit;
using static CityGuard.Client.Tests.Transports.ScriptedHandler;

namespace CityGuard.Client.Tests.Transports;

public sealed class OrdersTests
{
    [Fact]
    public async Task Orders_come_once_across_interruptions_and_overtaken_ones_never()
    {
        var other = ResponderId.Parse("p-C-0001");
        var handler = new ScriptedHandler(
            Batch("1", Samples.Order(5)),
            Breaks(HttpRequestError.ConnectionError),
            Batch("2", Samples.Order(5), Samples.Order(4), Samples.Order(1, responder: other)), // told again, and an old one
            Batch("3", Samples.Order(5, recall: true), Samples.Order(5), Samples.Order(7)));
        using var client = new CityGuardClient(Samples.Options(handler));

        var seen = new List<(ResponderId, long, bool)>();
        await foreach (var order in client.OrdersAsync(Samples.Patrol, TestContext.Current.CancellationToken))
        {
            seen.Add((order.Responder, order.Epoch, order.Recall));
            if (seen.Count == 4)
                break;
        }

        seen.ShouldBe([(Samples.Patrol, 5, false), (other, 1, false), (Samples.Patrol, 5, true), (Samples.Patrol, 7, false)]);
        handler.Asked.Select(asked => asked.Line.Split("after=")[1].Split('&')[0]).ShouldBe(["", "1", "1", "2"]);
    }

    private static Func<CancellationToken, Task<HttpResponseMessage>> Batch(string next, params Order[] orders)
        => Json(HttpStatusCode.OK, JsonSerializer.Serialize(new OrderBatch(orders, next), CityGuardJson.Options));
}

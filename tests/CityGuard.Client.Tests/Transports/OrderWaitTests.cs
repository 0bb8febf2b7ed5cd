using System.Net;
using System.Reflection;
using System.Text.Json;
using CityGuard.Abstractions;
using CityGuard.Abstractions.Responders;
using CityGuard.Abstractions.Wire;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace CityGuard.Client.Tests.Transports;

/// <summary>An attempt to get orders may last as long as the city was asked to wait, whatever the options say about other polls.</summary>
public sealed class OrderWaitTests
{
    private static readonly TimeSpan Asked = TimeSpan.FromSeconds(25), Answered = TimeSpan.FromSeconds(24), Patience = TimeSpan.FromSeconds(20);
    private static readonly OrderBatch Batch = new([], "1");
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Over_http()
    {
        var handler = new ScriptedHandler(async cancel =>
        {
            await Task.Delay(Answered, _time, cancel);
            return await ScriptedHandler.Json(HttpStatusCode.OK, JsonSerializer.Serialize(Batch, CityGuardJson.Options))(cancel);
        });
        using var client = new CityGuardClient(Options(handler));

        (await Poll(client)).Next.ShouldBe("1");

        handler.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task In_the_cluster()
    {
        async Task<Answer<OrderBatch>> Late()
        {
            await Task.Delay(Answered, _time);
            return Batch;
        }

        var front = ScriptedFront.Of<IResponderFront>(Late);
        var cluster = DispatchProxy.Create<IClusterClient, FrontDirectory>();
        ((FrontDirectory)(object)cluster).Front = front;
        using var client = new CityGuardClient(cluster, Options());

        (await Poll(client)).Next.ShouldBe("1");

        ((ScriptedFront)(object)front).Asked.Count.ShouldBe(1);
    }

    private async Task<OrderBatch> Poll(CityGuardClient client)
    {
        var polled = client.GetOrdersAsync(Samples.Patrol, "", Asked, TestContext.Current.CancellationToken);
        _time.Advance(Answered);
        return await polled.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    private CityGuardClientOptions Options(HttpMessageHandler? handler = null)
    {
        var options = Samples.Options(handler);
        (options.OrderWait, options.TimeProvider) = (TimeSpan.Zero, _time);
        return options;
    }
}

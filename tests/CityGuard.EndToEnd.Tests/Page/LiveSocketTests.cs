using System.Net;
using System.Net.WebSockets;
using Shouldly;
using Xunit;

namespace CityGuard.EndToEnd.Tests.Page;

/// <summary>The live socket opens for a signed-in caller of our own page and for nobody else.</summary>
public sealed class LiveSocketTests(SampleHost host) : IClassFixture<SampleHost>
{
    [Fact]
    public async Task A_stranger_is_refused() => (await Refusal(key: null, host.Process.Url)).ShouldBe(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task Another_sites_page_is_refused_even_with_a_key() => (await Refusal(Key(), "https://elsewhere.example")).ShouldBe(HttpStatusCode.Forbidden);

    [Fact]
    public async Task The_first_frame_is_a_snapshot()
    {
        using var socket = Socket(Key(), host.Process.Url);
        await socket.ConnectAsync(Address(), TestContext.Current.CancellationToken);
        var start = new byte[40];
        var got = await socket.ReceiveAsync(start, TestContext.Current.CancellationToken);
        got.MessageType.ShouldBe(WebSocketMessageType.Binary);
        start[..4].ShouldBe("CGF1"u8.ToArray());
        (start[4] & 1).ShouldBe(1);
    }

    private string Key() => host.Http.DefaultRequestHeaders.GetValues("X-Api-Key").Single();

    private Uri Address() => new(host.Process.Url.Replace("http", "ws", StringComparison.Ordinal) + "/live/ws");

    private async Task<HttpStatusCode> Refusal(string? key, string origin)
    {
        using var socket = Socket(key, origin);
        await Should.ThrowAsync<WebSocketException>(() => socket.ConnectAsync(Address(), TestContext.Current.CancellationToken));
        return socket.HttpStatusCode;
    }

    private static ClientWebSocket Socket(string? key, string origin)
    {
        var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.SetRequestHeader("Origin", origin);
        if (key is not null)
            socket.Options.SetRequestHeader("X-Api-Key", key);
        return socket;
    }
}

using System.Net;
using System.Net.WebSockets;

namespace CityGuard.Benchmarks.Live;

/// <summary>Somebody who watches the live page: signed in by a link, on the page's own socket, reading every frame.</summary>
internal sealed class Viewer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _stop = new();
    private Task _reading = Task.CompletedTask;
    private long _frames;

    /// <summary>Opens the link and the socket; returns when the first frame has come.</summary>
    public static async Task<Viewer> Watch(string url, string link)
    {
        var viewer = new Viewer();
        var cookies = new CookieContainer();
        using var handler = new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false };
        using var http = new HttpClient(handler);
        (await http.GetAsync(new Uri(link))).Dispose();
        viewer._socket.Options.Cookies = cookies;
        viewer._socket.Options.SetRequestHeader("Origin", url);
        await viewer._socket.ConnectAsync(new Uri(url.Replace("http:", "ws:", StringComparison.Ordinal) + "/live/ws"), CancellationToken.None);
        viewer._reading = Task.Run(viewer.Read);
        await CityGuard.Tests.Shared.Until.True(() => Interlocked.Read(ref viewer._frames) > 0 || viewer._reading.IsCompleted, Patience);
        viewer.EnsureWatching();
        return viewer;
    }

    /// <summary>Throws when the feed has broken off: a row without a viewer is not the row that was asked for.</summary>
    public void EnsureWatching()
    {
        if (_reading.IsCompleted)
            throw new InvalidOperationException("the viewer's feed has ended", _reading.Exception);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
        _stop.Dispose();
    }

    private async Task Read()
    {
        var buffer = new byte[1 << 16];
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer.AsMemory(), _stop.Token);
            if (part.MessageType == WebSocketMessageType.Close)
                throw new InvalidOperationException("the host closed the feed");
            if (part.EndOfMessage)
                Interlocked.Increment(ref _frames);
        }
    }
}

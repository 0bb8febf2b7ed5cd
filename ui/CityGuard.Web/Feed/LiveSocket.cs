using System.Net.WebSockets;
using CityGuard.Web.Session;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CityGuard.Web.Feed;

/// <summary>The live socket. Cookies travel with any site's socket request, so the origin is checked: only our own page may open it.</summary>
internal static class LiveSocket
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    public static void MapLiveSocket(this IEndpointRouteBuilder routes)
        => routes.MapGet("/live/ws", Serve).RequireAuthorization(WebPolicies.View).ExcludeFromDescription();

    public static bool IsOurOwn(string? origin, HostString host)
        => Uri.TryCreate(origin, UriKind.Absolute, out var from) && string.Equals(from.Authority, host.Value, StringComparison.OrdinalIgnoreCase);

    private static async Task Serve(HttpContext context, FeedHub hub, SessionEnd session)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (!IsOurOwn(context.Request.Headers.Origin, context.Request.Host))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { KeepAliveInterval = KeepAlive, KeepAliveTimeout = KeepAlive });
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        var viewer = hub.Join();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(gone.Token);
        var listening = ListenForClose(socket, gone);
        var watching = EndWith(session.Of(context.User, gone.Token), ended);
        try
        {
            await foreach (var frame in viewer.Frames.ReadAllAsync(ended.Token))
                await socket.SendAsync(frame, WebSocketMessageType.Binary, endOfMessage: true, gone.Token);
        }
        catch (OperationCanceledException) when (!gone.IsCancellationRequested)
        {
            await Dismiss(socket, gone.Token);
        }
        catch (Exception left) when (left is OperationCanceledException or WebSocketException)
        {
            // The viewer went away; nothing is owed to it.
        }
        finally
        {
            hub.Leave(viewer);
            await gone.CancelAsync();
            await Task.WhenAll(listening, watching);
        }
    }

    private static async Task EndWith(Task session, CancellationTokenSource ended)
    {
        try
        {
            await session;
            await ended.CancelAsync();
        }
        catch (OperationCanceledException)
        {
            // The viewer left before its session ended.
        }
    }

    // Policy violation: the page knows by it that coming back is of no use.
    private static async Task Dismiss(WebSocket socket, CancellationToken gone)
    {
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.PolicyViolation, "the session has ended", gone);
        }
        catch (Exception left) when (left is OperationCanceledException or WebSocketException)
        {
            // It left by itself.
        }
    }

    private static async Task ListenForClose(WebSocket socket, CancellationTokenSource gone)
    {
        var buffer = new byte[64];
        try
        {
            while ((await socket.ReceiveAsync(buffer.AsMemory(), gone.Token)).MessageType != WebSocketMessageType.Close)
            {
                // A viewer has nothing to say.
            }
        }
        catch (Exception left) when (left is OperationCanceledException or WebSocketException)
        {
            // Same as a close.
        }

        await gone.CancelAsync();
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Text;
using CityGuard.Tests.Shared;

namespace CityGuard.EndToEnd.Tests.Telemetry;

/// <summary>A collector on loopback that keeps what it is sent.</summary>
internal sealed class Collector : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _sent = new();

    public Collector()
    {
        Url = $"http://127.0.0.1:{HostProcess.FreePort()}";
        _listener.Prefixes.Add($"{Url}/");
        _listener.Start();
        _ = Listen();
    }

    public string Url { get; }

    public bool WasSent(string path, ReadOnlySpan<byte> content)
    {
        foreach (var (to, body) in _sent)
            if (to == path && body.AsSpan().IndexOf(content) >= 0)
                return true;
        return false;
    }

    public bool WasSent(string path, string text) => WasSent(path, Encoding.UTF8.GetBytes(text));

    public void Dispose() => _listener.Close();

    private async Task Listen()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                _sent.Enqueue((context.Request.Url!.AbsolutePath, body.ToArray()));
                context.Response.ContentType = "application/x-protobuf";
                context.Response.Close();
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // Closed: the test is over.
        }
    }
}

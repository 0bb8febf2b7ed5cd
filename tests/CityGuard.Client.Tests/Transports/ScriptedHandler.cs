using System.Net;
using System.Text;
using CityGuard.Abstractions.Wire;

namespace CityGuard.Client.Tests.Transports;

/// <summary>Answers HTTP requests by a script, one step a request (the last step repeats), and writes down what it was asked.</summary>
internal sealed class ScriptedHandler(params Func<CancellationToken, Task<HttpResponseMessage>>[] steps) : HttpMessageHandler
{
    private int _asked;

    public List<(string Line, string? Key, string? Body)> Asked { get; } = [];

    public static Func<CancellationToken, Task<HttpResponseMessage>> Json(HttpStatusCode status, string json, string type = "application/json")
        => _ => Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(json, Encoding.UTF8, type) });

    public static Func<CancellationToken, Task<HttpResponseMessage>> Problem(HttpStatusCode status, string code, string detail, string? holder = null)
        => Json(status, $$"""{"type":"urn:cityguard:{{code}}","title":"t","status":{{(int)status}},"detail":"{{detail}}","code":"{{code}}","holder":{{(holder is null ? "null" : $"\"{holder}\"")}}}""", CityProblem.MediaType);

    public static Func<CancellationToken, Task<HttpResponseMessage>> Breaks(HttpRequestError error)
        => _ => throw new HttpRequestException(error, "broken");

    /// <summary>An answer whose head arrives and whose body does not, as from a host that dies in between.</summary>
    public static Func<CancellationToken, Task<HttpResponseMessage>> BreaksInTheBody(HttpStatusCode status)
        => _ => Task.FromResult(new HttpResponseMessage(status) { Content = new BrokenContent() });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var key = request.Headers.TryGetValues(ApiRoutes.KeyHeader, out var keys) ? keys.Single() : null;
        Asked.Add(($"{request.Method} {request.RequestUri!.PathAndQuery}", key, body));
        return await steps[Math.Min(_asked++, steps.Length - 1)](cancellationToken);
    }

    private sealed class BrokenContent : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new HttpIOException(HttpRequestError.ResponseEnded, "broken");

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}

using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;

namespace CityGuard.Storage.Tests.AzureTables;

/// <summary>An answer of a service whose clock is said to be later.</summary>
internal sealed class LaterResponse(Response inner, TimeSpan by) : Response
{
    private const string Date = "Date";

    public override int Status => inner.Status;

    public override string ReasonPhrase => inner.ReasonPhrase;

    public override Stream? ContentStream
    {
        get => inner.ContentStream;
        set => inner.ContentStream = value;
    }

    public override string ClientRequestId
    {
        get => inner.ClientRequestId;
        set => inner.ClientRequestId = value;
    }

    public override void Dispose() => inner.Dispose();

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        value = name == Date ? (inner.Headers.Date + by)?.ToString("R") : inner.Headers.TryGetValue(name, out var told) ? told : null;
        return value is not null;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values) => inner.Headers.TryGetValues(name, out values);

    protected override bool ContainsHeader(string name) => inner.Headers.Contains(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => inner.Headers;
}

using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CityGuard.Client;

/// <summary>Everything that can be set on a <see cref="CityGuardClient"/>. Checked once, when the client is made.</summary>
public sealed class CityGuardClientOptions
{
    /// <summary>Where the city is, such as <c>http://127.0.0.1:5080</c>. Required for the HTTP transport, not used in the cluster.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>The API key (<c>cityguard key add</c>). Null: only health can be asked.</summary>
    public string? ApiKey { get; set; }

    /// <summary>How long one attempt may take before its outcome counts as unknown. Default 10 s; 100 ms to 5 min. Long polls get this on top of their wait.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How often reads, position batches and commands are tried again. Default 4; 0 to 100.
    /// Reports, statuses and order polls are tried until the caller's token ends, because they must not be lost.
    /// </summary>
    public int MaxRetries { get; set; } = 4;

    /// <summary>Median pause before the first retry; doubles from there, with jitter. Default 200 ms; 1 ms to 1 min.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest pause between two attempts. Default 10 s; <see cref="RetryDelay"/> to 10 min.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one poll for orders waits at the city when there are none. Default 20 s; 0 to 25 s.</summary>
    public TimeSpan OrderWait { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Sends the HTTP requests, for a proxy or a client certificate; stays the caller's to dispose. Null: the client's own.</summary>
    public HttpMessageHandler? HttpHandler { get; set; }

    /// <summary>The clock of pauses and timeouts. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Where retries are logged. Default: nowhere.</summary>
    public ILoggerFactory LoggerFactory { get; set; } = NullLoggerFactory.Instance;

    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(TimeProvider);
        ArgumentNullException.ThrowIfNull(LoggerFactory);
        Require(BaseAddress is null or { IsAbsoluteUri: true, Scheme: "http" or "https" }, nameof(BaseAddress), "an absolute http or https address");
        // A header value cannot carry control characters or anything outside ASCII; better said here than at the first call.
        Require(ApiKey is null || (ApiKey.Length > 0 && ApiKey.All(c => c is > ' ' and <= '~')), nameof(ApiKey), "printable ASCII without spaces");
        RequireRange(AttemptTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(5), nameof(AttemptTimeout));
        Require(MaxRetries is >= 0 and <= 100, nameof(MaxRetries), "0 to 100");
        RequireRange(RetryDelay, TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(1), nameof(RetryDelay));
        RequireRange(MaxRetryDelay, RetryDelay, TimeSpan.FromMinutes(10), nameof(MaxRetryDelay));
        RequireRange(OrderWait, TimeSpan.Zero, TimeSpan.FromSeconds(25), nameof(OrderWait));
    }

    // What the caller changes afterwards must not reach a client that was checked.
    internal CityGuardClientOptions Snapshot() => (CityGuardClientOptions)MemberwiseClone();

    private static void RequireRange(TimeSpan value, TimeSpan least, TimeSpan most, string name)
        => Require(value >= least && value <= most, name, $"{least} to {most}");

    private static void Require(bool holds, string name, string what)
    {
        if (!holds)
            throw new ArgumentException($"{name} must be {what}.", name);
    }
}

namespace CityGuard.Client.Transports;

/// <summary>How one kind of call is repeated, whether or not the attempt may have been carried out: each is safe to repeat. The same on both transports.</summary>
/// <param name="MaxRetries">Attempts after the first.</param>
/// <param name="AttemptTimeout">Longest attempt; what the city was asked to wait comes on top.</param>
internal readonly record struct RetryRule(int MaxRetries, TimeSpan AttemptTimeout)
{
    public static RetryRule For(CallKind kind, CityGuardClientOptions options) => kind switch
    {
        CallKind.Probe => new(0, options.AttemptTimeout),
        CallKind.Repeatable => new(options.MaxRetries, options.AttemptTimeout),
        CallKind.Poll => new(int.MaxValue, options.AttemptTimeout),
        CallKind.Durable => new(int.MaxValue, options.AttemptTimeout),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}

namespace CityGuard.Client.Transports;

/// <summary>How one kind of call is repeated; the same on both transports.</summary>
/// <param name="MaxRetries">Attempts after the first.</param>
/// <param name="AfterUnknown">Also when the attempt may have been carried out.</param>
/// <param name="AttemptTimeout">Longest attempt; what the city was asked to wait comes on top.</param>
internal readonly record struct RetryRule(int MaxRetries, bool AfterUnknown, TimeSpan AttemptTimeout)
{
    public static RetryRule For(CallKind kind, CityGuardClientOptions options) => kind switch
    {
        CallKind.Probe => new(0, false, options.AttemptTimeout),
        CallKind.Repeatable => new(options.MaxRetries, true, options.AttemptTimeout),
        CallKind.Poll => new(int.MaxValue, true, options.AttemptTimeout),
        CallKind.Durable => new(int.MaxValue, true, options.AttemptTimeout),
        CallKind.Command => new(options.MaxRetries, false, options.AttemptTimeout),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}

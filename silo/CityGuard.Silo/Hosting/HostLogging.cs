namespace CityGuard.Silo.Hosting;

/// <summary>What the host prints: warnings and worse, and of those only what somebody can act on.</summary>
internal sealed class HostLogging
{
    /// <summary>Says that keys lie unencrypted. Their folder is its owner's alone, and there is no other secret to encrypt them with.</summary>
    private const string KeysAtRest = "Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager";

    /// <summary>Counts from the machine's start until its first check, and so cries at each start of ours.</summary>
    private const string Watchdog = "Orleans.Runtime.Watchdog";

    /// <summary>Tells of a start that failed with the whole trace; whoever started the host tells the same in one line.</summary>
    private const string Starting = "Microsoft.Extensions.Hosting.Internal.Host";

    /// <summary>While a node is not in its cluster yet, these tell of everybody whom they do not reach, over and over; how the start ended is told in one line.</summary>
    private static readonly string[] Joining = ["Orleans.Runtime.GrainDirectory.", "Orleans.Runtime.MembershipService.", "Orleans.Runtime.Messaging.", "Orleans.Runtime.Metadata."];

    private volatile bool _closing;
    private volatile bool _started;

    public void Configure(ILoggingBuilder logging) => logging
        .SetMinimumLevel(LogLevel.Warning)
        .AddFilter(KeysAtRest, LogLevel.Error)
        .AddFilter(Watchdog, LogLevel.Error)
        .AddFilter((category, level) => level >= LogLevel.Warning && !(_closing && IsAboutPlaces(category)) && (_started || !IsOfStart(category, level)));

    /// <summary>From here on a fault has nobody else to tell it.</summary>
    public void Started() => _started = true;

    /// <summary>While actors end, calls between them find no place; each would be told with its retries.</summary>
    public void Close() => _closing = true;

    private static bool IsOfStart(string? category, LogLevel level)
        => category == Starting || (level < LogLevel.Critical && category is not null && Array.Exists(Joining, j => category.StartsWith(j, StringComparison.Ordinal)));

    private static bool IsAboutPlaces(string? category)
        => category is not null && (category.StartsWith("Polly", StringComparison.Ordinal) || category.StartsWith("Orleans.", StringComparison.Ordinal));
}

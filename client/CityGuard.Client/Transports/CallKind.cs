namespace CityGuard.Client.Transports;

/// <summary>What may be done with a call whose answer did not come.</summary>
internal enum CallKind
{
    /// <summary>Asked once: the answer is about this moment.</summary>
    Probe,

    /// <summary>Safe to repeat and pointless after a while: reads, positions, and commands, which carry an id of their own.</summary>
    Repeatable,

    /// <summary>Waits at the city for something to come; repeated until the caller's token ends.</summary>
    Poll,

    /// <summary>Guarded by its own identity (source and source id; operation and epoch) and not to be lost: repeated until the caller's token ends.</summary>
    Durable,
}

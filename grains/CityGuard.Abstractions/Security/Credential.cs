namespace CityGuard.Abstractions.Security;

/// <summary>What a caller may do.</summary>
[Flags]
public enum Scope
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Send incidents, positions, status; receive orders.</summary>
    Ingest = 1,

    /// <summary>Read.</summary>
    Read = 2,

    /// <summary>Command.</summary>
    Command = 4,
}

/// <summary>Proof of who calls, checked by the Front at every call; request context is never trusted.</summary>
/// <param name="ApiKey">An API key, or null.</param>
/// <param name="Ticket">A signed user identity issued by the host at sign-in, or null.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.Credential")]
public sealed record Credential([property: Id(0)] string? ApiKey, [property: Id(1)] string? Ticket = null)
{
    /// <inheritdoc/>
    public override string ToString() => "Credential (withheld)";
}

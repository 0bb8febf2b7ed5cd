namespace CityGuard.Abstractions.Readiness;

/// <summary>How a city, as one silo sees it, stands. The order is that in which one outweighs the next.</summary>
public enum HealthState : byte
{
    /// <summary>Not all boards have answered yet since the start, or none answers now: incidents are taken in and wait.</summary>
    Starting,

    /// <summary>The journal takes no appends: what is known can be read, and nothing new is acknowledged.</summary>
    ReadOnly,

    /// <summary>It serves, but something named is wrong.</summary>
    Degraded,

    /// <summary>All is well.</summary>
    Ready,
}

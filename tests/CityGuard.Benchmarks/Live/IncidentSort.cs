using CityGuard.Domain.Incidents;

namespace CityGuard.Benchmarks.Live;

/// <summary>What is reported, and how many roles its plan asks for when no key target is named.</summary>
internal sealed record IncidentSort(string Type, IncidentSeverity Severity, int Roles)
{
    /// <summary>One patrol.</summary>
    public static IncidentSort Common { get; } = new("disturbance", IncidentSeverity.Medium, 1);

    /// <summary>A patrol, the station and special police, each with its clocks.</summary>
    public static IncidentSort Grave { get; } = new("violence", IncidentSeverity.High, 3);
}

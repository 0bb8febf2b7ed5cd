using CityGuard.Domain.Incidents;

namespace CityGuard.Benchmarks.Live;

/// <summary>What is reported and where, and how many roles its plan asks for there.</summary>
internal sealed record IncidentSort(string Type, IncidentSeverity Severity, int Roles, bool AtTarget)
{
    /// <summary>One patrol, anywhere.</summary>
    public static IncidentSort Common { get; } = new("disturbance", IncidentSeverity.Medium, 1, AtTarget: false);

    /// <summary>
    /// At a key target: the unit on the spot, a patrol and a backup, each with its clocks. None of them is scarce: with special police, of which the city has 60, the
    /// rate would be that of their coming free.
    /// </summary>
    public static IncidentSort Grave { get; } = new("disturbance", IncidentSeverity.High, 3, AtTarget: true);
}

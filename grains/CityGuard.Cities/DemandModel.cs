using System.Collections.Immutable;

namespace CityGuard.Cities;

/// <summary>Where and when calls come from: calls a day, times share of the cell, times share of the hour of the week, times share of the type.</summary>
public sealed class DemandModel
{
    /// <summary>Expected calls in a day, all types.</summary>
    public required double CallsPerDay { get; init; }

    /// <summary>Share of each cell; adds to 1.</summary>
    public required ImmutableArray<float> CellShare { get; init; }

    /// <summary>168 factors by hour of the week in the city's time zone, Monday 00 first; mean 1.</summary>
    public required ImmutableArray<float> HourFactor { get; init; }

    /// <summary>Mix of types and severities; shares add to 1.</summary>
    public required ImmutableArray<DemandMix> Mix { get; init; }
}

/// <summary>Share of one type at one severity, with the mean time on scene.</summary>
public sealed record DemandMix(string Type, Domain.Incidents.IncidentSeverity Severity, double Share, int OnSceneSeconds);

using System.Collections.Immutable;
using CityGuard.Domain.Incidents;
using static CityGuard.Cities.Generate.Facts.FactTable;

namespace CityGuard.Cities.Generate;

/// <summary>About 25,000 calls a day: where people live or are drawn to, with the hours of a real city and a mix of types.</summary>
internal static class CallPattern
{
    private const double CallsPerDay = 25_000;
    private static readonly IncidentSeverity[] Severities = [IncidentSeverity.Low, IncidentSeverity.Medium, IncidentSeverity.High, IncidentSeverity.Critical];

    public static DemandModel Make(double[] crowd, double scale)
    {
        var total = crowd.Sum();
        return new DemandModel
        {
            CallsPerDay = CallsPerDay * scale,
            CellShare = [.. crowd.Select(c => (float)(c / total))],
            HourFactor = Hours(),
            Mix = Mix(),
        };
    }

    /// <summary>168 factors by hour of the week of a real city, mean 1.</summary>
    public static ImmutableArray<float> Hours()
    {
        var hours = Read("hours", header: false).SelectMany(row => row.Select(Number)).ToArray();
        var mean = hours.Average();
        return [.. hours.Select(h => (float)(h / mean))];
    }

    /// <summary>Types and severities under the default rules.</summary>
    public static ImmutableArray<DemandMix> Mix()
    {
        var rows = Read("calls").SelectMany(r => Severities.Select((severity, i) => (Type: r[0], severity, Share: Number(r[1 + i]), Seconds: Whole(r[5]) * 60)))
            .Where(m => m.Share > 0).ToArray();
        var sum = rows.Sum(m => m.Share);
        return [.. rows.Select(m => new DemandMix(m.Type, m.severity, m.Share / sum, m.Seconds))];
    }
}

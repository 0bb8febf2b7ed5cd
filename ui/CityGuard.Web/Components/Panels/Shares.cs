using System.Globalization;
using CityGuard.Abstractions.Readiness;
using CityGuard.Domain.Readiness;

namespace CityGuard.Web.Components.Panels;

/// <summary>Parts of the people of an area by level.</summary>
public static class Shares
{
    public static double People(ReadinessSummary? summary, ReadinessLevel level)
    {
        var all = summary?.Levels.Sum(l => l.People) ?? 0;
        return all <= 0 ? 0 : summary!.Levels.Where(l => l.Level == level).Sum(l => l.People) / all;
    }

    /// <summary>Part of the people whom nobody, or not everybody wanted, would reach in time.</summary>
    public static double Weak(ReadinessSummary summary)
        => People(summary, ReadinessLevel.Incomplete) + People(summary, ReadinessLevel.Late) + People(summary, ReadinessLevel.Dark);

    /// <summary>Targets that a list of fragile ones is cut from: everything short of met that we know of.</summary>
    public static int FragileTargets(ReadinessSummary summary)
        => summary.Levels.Where(l => l.Level is ReadinessLevel.Thin or ReadinessLevel.Incomplete or ReadinessLevel.Late or ReadinessLevel.Dark).Sum(l => l.Targets);

    /// <summary>One decimal under 10 %, none above; a small part is never told as nothing.</summary>
    public static string Percent(double share) => share switch
    {
        0 => "0",
        < 0.001 => "<0.1",
        < 0.0995 => (share * 100).ToString("0.0", CultureInfo.InvariantCulture),
        _ => (share * 100).ToString("0", CultureInfo.InvariantCulture),
    };
}

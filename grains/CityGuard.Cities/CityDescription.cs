using CityGuard.Cities.Package;
using CityGuard.Domain.Areas;

namespace CityGuard.Cities;

/// <summary>A city in a few lines for people: what <c>cityguard city info</c> prints.</summary>
/// <param name="Title">Name in both languages.</param>
/// <param name="Hash">Hash of the package.</param>
/// <param name="TimeZone">Its time zone.</param>
/// <param name="Synthetic">What of it is made up.</param>
/// <param name="Counts">Counts by part, in the order to show them.</param>
/// <param name="Sources">Sources with licences.</param>
public sealed record CityDescription(
    BilingualName Title,
    string Hash,
    string TimeZone,
    IReadOnlyList<string> Synthetic,
    IReadOnlyList<KeyValuePair<string, int>> Counts,
    IReadOnlyList<CitySource> Sources)
{
    /// <summary>Describes a package by its manifest alone.</summary>
    public static CityDescription Of(CityManifest manifest)
        => new(manifest.Name, manifest.Hash, manifest.TimeZone, manifest.Synthetic, [.. manifest.Counts], manifest.Sources);

    /// <summary>The lines, in English.</summary>
    public IEnumerable<string> Lines()
    {
        yield return $"{Title.En} ({Title.Zh})";
        yield return $"hash       {Hash}";
        yield return $"time zone  {TimeZone}";
        yield return $"synthetic  {(Synthetic.Count == 0 ? "nothing" : string.Join(", ", Synthetic))}";
        yield return "counts";
        var width = Counts.Count == 0 ? 0 : Counts.Max(c => c.Key.Length);
        foreach (var (part, count) in Counts)
            yield return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"  {part.PadRight(width)}  {count,12:N0}");
        yield return "sources";
        foreach (var source in Sources)
            yield return $"  {source.What}: {source.From} ({source.Licence})";
    }

    internal static Dictionary<string, int> Count(CityParts parts)
    {
        var counts = new Dictionary<string, int>
        {
            ["areas"] = parts.Areas.Length,
            ["cells"] = parts.Cells.Count,
            ["sectors"] = parts.Cells.Sectors.Length,
            ["fringe cells"] = parts.Cells.Fringe.Count(f => f),
            ["residents"] = (int)Math.Round(parts.Cells.Residents.Sum(r => (double)r)),
            ["targets"] = parts.Targets.Length,
            ["responders"] = parts.Responders.Length,
            ["road nodes"] = parts.Roads.NodeCount,
            ["road arcs"] = parts.Roads.ArcCount,
        };
        foreach (var (kind, count) in parts.Responders.CountBy(r => r.Kind))
            counts["responders: " + kind] = count;
        foreach (var (kind, count) in parts.Areas.CountBy(a => a.Kind))
            counts["areas: " + kind.ToString().ToLowerInvariant()] = count;
        foreach (var (grade, count) in parts.Targets.CountBy(t => t.Grade))
            counts[$"targets: grade {(int)grade}"] = count;
        return counts;
    }
}

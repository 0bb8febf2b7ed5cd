using System.Collections.Immutable;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Package;

/// <summary>The first page of a city package: what it is, from where, under which terms.</summary>
/// <param name="Schema">Version of the package layout.</param>
/// <param name="CityId">Stable key, e.g. <c>guangzhou</c>.</param>
/// <param name="Name">Name in both languages.</param>
/// <param name="TimeZone">IANA time zone.</param>
/// <param name="Synthetic">What is made up (<c>roads</c>, <c>posts</c> ...); empty when all is real. The page shows it permanently.</param>
/// <param name="Sources">Where each part comes from and its licence.</param>
/// <param name="Counts">Counts by part, for people.</param>
/// <param name="Bounds">South-west and north-east corners.</param>
/// <param name="Hash">SHA-256 over all parts, hexadecimal; what journals are bound to.</param>
/// <param name="OffRoadMetresPerSecond">Speed off the roads, by which the travel table was made; null: that of a local street.</param>
public sealed record CityManifest(
    int Schema,
    string CityId,
    BilingualName Name,
    string TimeZone,
    ImmutableArray<string> Synthetic,
    ImmutableArray<CitySource> Sources,
    ImmutableSortedDictionary<string, int> Counts,
    CityBounds Bounds,
    string Hash,
    double? OffRoadMetresPerSecond = null);

/// <summary>A source with its licence.</summary>
public sealed record CitySource(string What, string From, string Licence);

/// <summary>A box in degrees.</summary>
public sealed record CityBounds(GeoPoint SouthWest, GeoPoint NorthEast)
{
    /// <summary>The box around all cells.</summary>
    public static CityBounds Of(CellTable cells)
    {
        var points = cells.Outlines.SelectMany(o => o).ToArray();
        return new CityBounds(new GeoPoint(points.Min(p => p.Lon), points.Min(p => p.Lat)), new GeoPoint(points.Max(p => p.Lon), points.Max(p => p.Lat)));
    }
}

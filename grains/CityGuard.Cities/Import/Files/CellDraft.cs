using System.Collections.Immutable;
using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Import.Files;

/// <summary>A cell while the city is made.</summary>
/// <param name="Id">As the file names it; empty: numbered.</param>
/// <param name="Outline">Closed, counter-clockwise.</param>
/// <param name="Centre">A point inside.</param>
/// <param name="Sector">As the file names it; empty: where it lies.</param>
/// <param name="Residents">As given.</param>
/// <param name="Setting">As given; empty: by density.</param>
/// <param name="Standard">As given; empty: by setting.</param>
/// <param name="Line">Feature it comes from; 0: generated.</param>
internal sealed record CellDraft(
    string Id, ImmutableArray<GeoPoint> Outline, GeoPoint Centre, string Sector = "", double? Residents = null, string Setting = "", string Standard = "", int Line = 0);

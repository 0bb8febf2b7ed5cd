using CityGuard.Domain.Geography;

namespace CityGuard.Domain.Roads;

/// <summary>Which roads are meant: those of a street's (or bridge's) name, those in an area, or where both are given those of the street within the area.</summary>
/// <param name="Street">Name as the city's roads have it; null: any.</param>
/// <param name="Area">Corners of a polygon in WGS 84, not repeated at the end; null: everywhere.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.RoadPlace")]
public sealed record RoadPlace([property: Id(0)] string? Street, [property: Id(1)] IReadOnlyList<GeoPoint>? Area);

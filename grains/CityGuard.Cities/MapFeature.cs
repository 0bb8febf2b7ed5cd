using System.Collections.Immutable;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Geography;

namespace CityGuard.Cities;

/// <summary>What a <see cref="MapFeature"/> shows, and whether its line is closed.</summary>
public enum MapFeatureKind
{
    /// <summary>A closed ring of water.</summary>
    Water,

    /// <summary>A closed ring of hills.</summary>
    Hill,

    /// <summary>The closed outline of a district.</summary>
    District,

    /// <summary>An open line: a named bridge or tunnel.</summary>
    Crossing,
}

/// <summary>One named piece of scenery for the map.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Name in both languages.</param>
/// <param name="Line">Its points in WGS 84; closed (first point repeated) unless it is a crossing.</param>
public sealed record MapFeature(MapFeatureKind Kind, BilingualName Name, ImmutableArray<GeoPoint> Line);

using System.Collections.Immutable;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Duty;
using CityGuard.Domain.Geography;
using CityGuard.Domain.GridEvents;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Targets;

namespace CityGuard.Web.Map;

/// <summary>What never changes while a city runs: its shapes and its names. Indexes are those of the city package and of the feed.</summary>
public sealed record CityMap
{
    /// <summary>Hash of the package: names the prepared parts, so that browsers keep them.</summary>
    public required string Hash { get; init; }

    public required BilingualName Name { get; init; }

    /// <summary>IANA time zone; every time on the page is told in it.</summary>
    public required string TimeZone { get; init; }

    /// <summary>What is made up (<c>roads</c>, <c>posts</c> ...); empty: nothing. Shown permanently.</summary>
    public required ImmutableArray<string> Synthetic { get; init; }

    public required GeoPoint SouthWest { get; init; }

    public required GeoPoint NorthEast { get; init; }

    /// <summary>Both trees; index 0 is the city.</summary>
    public required ImmutableArray<Area> Areas { get; init; }

    public required CellShapes Cells { get; init; }

    public required RoadLines Roads { get; init; }

    /// <summary>Names of its streets and bridges; empty when its roads have none.</summary>
    public ImmutableArray<string> Streets { get; init; } = [];

    /// <summary>Water, hills and named crossings; may be empty.</summary>
    public ImmutableArray<Scenery> Scenery { get; init; } = [];

    public required ImmutableArray<ResponderKind> Kinds { get; init; }

    public required ImmutableArray<ResponderProfile> Responders { get; init; }

    public required ImmutableArray<KeyTargetProfile> Targets { get; init; }

    public required ImmutableArray<IncidentTypeName> IncidentTypes { get; init; }

    /// <summary>What the city calls false alarms and results.</summary>
    public CourseRules Course { get; init; } = CourseRules.Default;

    /// <summary>Its duty levels, the usual one first.</summary>
    public ImmutableArray<DutyMeasures> Duty { get; init; } = [];

    /// <summary>The standards of its circles.</summary>
    public ImmutableArray<ResponseStandard> Standards { get; init; } = [];

    /// <summary>How the city handles grid events and tickets.</summary>
    public GridEventTerms GridEvents { get; init; } = GridEventTerms.Default;
}

/// <summary>The cells as columns.</summary>
/// <param name="Ids">Identifiers.</param>
/// <param name="Outlines">Closed outer rings.</param>
/// <param name="Sector">Index into <see cref="CityMap.Areas"/> of the sector of each cell.</param>
public sealed record CellShapes(ImmutableArray<CellId> Ids, ImmutableArray<ImmutableArray<GeoPoint>> Outlines, ImmutableArray<int> Sector);

/// <summary>What a piece of scenery is; the order is that of the city package.</summary>
public enum SceneryKind
{
    /// <summary>A closed ring of water.</summary>
    Water,

    /// <summary>A closed ring of hills.</summary>
    Hill,

    /// <summary>The closed outline of a district; the page draws borders from the cells.</summary>
    District,

    /// <summary>An open line: a named bridge or tunnel.</summary>
    Crossing,
}

/// <summary>One named piece of scenery.</summary>
public sealed record Scenery(SceneryKind Kind, BilingualName Name, ImmutableArray<GeoPoint> Line);

/// <summary>Name of an incident type.</summary>
public sealed record IncidentTypeName(string Id, BilingualName Name);

/// <summary>The road network in compressed rows, as the city model has it.</summary>
/// <param name="Nodes">Places of the nodes.</param>
/// <param name="FirstArc">Arcs of node n are [FirstArc[n], FirstArc[n + 1]).</param>
/// <param name="Head">Head node of each arc.</param>
/// <param name="Class">Class of each arc: 0 expressway, 1 arterial, 2 collector, 3 local, 4 bridge.</param>
public sealed record RoadLines(ReadOnlyMemory<GeoPoint> Nodes, ReadOnlyMemory<int> FirstArc, ReadOnlyMemory<int> Head, ReadOnlyMemory<byte> Class)
{
    public const byte Local = 3;
    public const int Classes = 5;
}

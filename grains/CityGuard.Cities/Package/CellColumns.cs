using System.Collections.Immutable;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Package;

/// <summary>A <see cref="CellTable"/> without its geometry, as <c>cells.json</c> holds it.</summary>
internal sealed record CellColumns(
    ImmutableArray<CellId> Ids,
    ImmutableArray<ushort> Sector,
    ImmutableArray<int> Beat,
    ImmutableArray<int> Community,
    ImmutableArray<float> Residents,
    ImmutableArray<CellSetting> Setting,
    ImmutableArray<string> Standard,
    ImmutableArray<int> Node,
    ImmutableArray<bool> Fringe,
    ImmutableArray<SectorRange> Sectors)
{
    public static CellColumns Of(CellTable cells) => new(
        cells.Ids, cells.Sector, cells.Beat, cells.Community, cells.Residents, cells.Setting, cells.Standard, cells.Node, cells.Fringe, cells.Sectors);

    public CellTable With(ImmutableArray<GeoPoint> centres, ImmutableArray<ImmutableArray<GeoPoint>> outlines) => new()
    {
        Ids = Ids,
        Centres = centres,
        Outlines = outlines,
        Sector = Sector,
        Beat = Beat,
        Community = Community,
        Residents = Residents,
        Setting = Setting,
        // Thousands of cells name a handful of standards: keep one string of each.
        Standard = [.. Standard.Select(string.Intern)],
        Node = Node,
        Fringe = Fringe,
        Sectors = Sectors,
    };
}

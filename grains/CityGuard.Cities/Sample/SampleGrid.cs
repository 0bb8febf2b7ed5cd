using System.Collections.Immutable;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Sample;

/// <summary>Areas and cells: 2 districts side by side, 3 sectors in each from south to north, 2 beats in each from west to east, 4 by 5 cells in each.</summary>
internal static class SampleGrid
{
    public const double Side = 300;
    public const int Columns = 20, Rows = 12;
    public const double Width = Columns * Side, Height = Rows * Side;
    private const int Districts = 2, SectorsEach = 3, BeatsEach = 2;
    private const int BeatColumns = Columns / Districts / BeatsEach, SectorRows = Rows / SectorsEach;
    private const int CellsInSector = BeatColumns * BeatsEach * SectorRows;
    private static readonly GeoPoint _corner = new(113.26, 23.1);

    /// <summary>The point so many metres east and north of the south-west corner.</summary>
    public static GeoPoint At(double east, double north) => new(
        _corner.Lon + (east / (Outline.MetresPerDegree * Math.Cos(double.DegreesToRadians(_corner.Lat)))),
        _corner.Lat + (north / Outline.MetresPerDegree));

    public static ImmutableArray<Area> Areas()
    {
        var areas = ImmutableArray.CreateBuilder<Area>();
        Add("city-sample", AreaKind.City, null, "样例城", "Sample City");
        for (var d = 1; d <= Districts; d++)
        {
            var district = Add($"d-{d:00}", AreaKind.District, "city-sample", $"样例{d}区", $"District {d}");
            for (var s = 1; s <= SectorsEach; s++)
            {
                var sector = Add($"s-{d:00}-{s:00}", AreaKind.Sector, district, $"{d}区{s}号派出所", $"Sector {d}-{s}");
                for (var b = 1; b <= BeatsEach; b++)
                    Add($"b-{d:00}-{s:00}-{b}", AreaKind.Beat, sector, $"{d}-{s}-{b}警格", $"Beat {d}-{s}-{b}");
                var street = Add($"st-{d:00}-{s:00}", AreaKind.Street, district, $"{d}区{s}街道", $"Street {d}-{s}");
                for (var m = 1; m <= BeatsEach; m++)
                    Add($"m-{d:00}-{s:00}-{m}", AreaKind.Community, street, $"{d}-{s}-{m}社区", $"Community {d}-{s}-{m}");
            }
        }

        return areas.ToImmutable();

        string Add(string id, AreaKind kind, string? parent, string zh, string en)
        {
            areas.Add(new Area(AreaId.Parse(id), kind, parent is null ? null : AreaId.Parse(parent), new BilingualName(zh, en)));
            return id;
        }
    }

    public static CellTable Cells()
    {
        var places = Places().ToArray();
        return new CellTable
        {
            Ids = [.. places.Select((_, i) => CellId.Parse($"c-{i + 1:00000}"))],
            Centres = [.. places.Select(p => At((p.Column + 0.5) * Side, (p.Row + 0.5) * Side))],
            Outlines = [.. places.Select(p => Square(p.Column, p.Row))],
            Sector = [.. places.Select(p => (ushort)p.Sector)],
            Beat = [.. places.Select(p => BeatArea(p.Sector, p.Beat))],
            Community = [.. places.Select(p => BeatArea(p.Sector, p.Beat) + BeatsEach + 1)],
            Residents = [.. places.Select(p => 400f + (1600f * (1 - (Math.Abs(p.Column - 9.5f) / 10))))],
            Setting = [.. places.Select(p => p.Column is 0 or Columns - 1 ? CellSetting.Suburban : CellSetting.Urban)],
            Standard = [.. places.Select(p => p.Column is 0 or Columns - 1 ? "suburban" : "urban")],
            Node = [.. places.Select(p => SampleStreets.NodeAt((2 * p.Column) + 1, (2 * p.Row) + 1))],
            Fringe = [.. places.Select(p => p.Column is 0 or Columns - 1)],
            Sectors = [.. Enumerable.Range(0, Districts * SectorsEach).Select(s => new SectorRange(SectorArea(s), DistrictArea(s / SectorsEach), s * CellsInSector, CellsInSector))],
        };
    }

    // Places in the list of areas, as laid out above: the city, then each district followed by all that is below it.
    private static int DistrictArea(int district) => 1 + (district * (1 + (SectorsEach * (2 + (2 * BeatsEach)))));

    private static int SectorArea(int sector) => DistrictArea(sector / SectorsEach) + 1 + (sector % SectorsEach * (2 + (2 * BeatsEach)));

    private static int BeatArea(int sector, int beat) => SectorArea(sector) + 1 + beat;

    private static IEnumerable<(int Sector, int Beat, int Column, int Row)> Places()
    {
        for (var sector = 0; sector < Districts * SectorsEach; sector++)
            for (var beat = 0; beat < BeatsEach; beat++)
                for (var row = 0; row < SectorRows; row++)
                    for (var column = 0; column < BeatColumns; column++)
                        yield return (
                            sector,
                            beat,
                            (((sector / SectorsEach * BeatsEach) + beat) * BeatColumns) + column,
                            (sector % SectorsEach * SectorRows) + row);
    }

    private static ImmutableArray<GeoPoint> Square(int column, int row)
    {
        double west = column * Side, south = row * Side;
        return [At(west, south), At(west + Side, south), At(west + Side, south + Side), At(west, south + Side), At(west, south)];
    }
}

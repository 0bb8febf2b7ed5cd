using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Roads;

/// <summary>Rows of a table by one search after another.</summary>
internal sealed class SearchedRows(RoadGraph roads, CellTable cells, CellLegs legs, int limitMilliseconds) : ITravelRows
{
    private readonly RoadSearch _search = new(roads);
    private readonly ushort[] _slice = new ushort[cells.Sectors.Max(s => s.Count)];

    public void Build(Range origins, TravelRow[] rows)
    {
        for (var origin = origins.Start.Value; origin < origins.End.Value; origin++)
            rows[origin] = Build(origin);
    }

    public void Dispose()
    {
    }

    private TravelRow Build(int origin)
    {
        _search.Run(cells.Node[origin], limitMilliseconds);
        var row = new TravelRowWriter();
        for (var sector = 0; sector < cells.Sectors.Length; sector++)
        {
            var range = cells.Sectors[sector];
            var slice = _slice.AsSpan(0, range.Count);
            for (var i = 0; i < slice.Length; i++)
                slice[i] = Time(origin, range.First + i);
            row.Add(sector, slice);
        }

        return row.Complete();
    }

    private ushort Time(int origin, int cell)
        => _search.TryTime(cells.Node[cell], out var road) && legs.Between(origin, cell, road) is var whole && whole <= limitMilliseconds
            ? Travel.FromSeconds(whole / 1000.0)
            : Travel.Beyond;
}

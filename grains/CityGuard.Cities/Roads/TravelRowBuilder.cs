using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Roads;

/// <summary>Builds one row after another on one thread.</summary>
internal sealed class TravelRowBuilder(RoadGraph roads, CellTable cells, CellLegs legs, int limitMilliseconds)
{
    private readonly RoadSearch _search = new(roads);
    private readonly ushort[] _slice = new ushort[cells.Sectors.Max(s => s.Count)];

    public TravelRow Build(int origin)
    {
        _search.Run(cells.Node[origin], limitMilliseconds);
        var reached = new List<ushort>();
        var starts = new List<int> { 0 };
        var times = new List<ushort>(1024);
        for (var sector = 0; sector < cells.Sectors.Length; sector++)
        {
            var range = cells.Sectors[sector];
            var slice = _slice.AsSpan(0, range.Count);
            if (!Fill(origin, range, slice))
                continue;
            reached.Add((ushort)sector);
            times.AddRange(slice);
            starts.Add(times.Count);
        }

        return new TravelRow([.. reached], [.. starts], [.. times]);
    }

    private bool Fill(int origin, SectorRange range, Span<ushort> slice)
    {
        var any = false;
        for (var i = 0; i < slice.Length; i++)
        {
            var cell = range.First + i;
            slice[i] = _search.TryTime(cells.Node[cell], out var time)
                ? Round(legs.Between(origin, cell, time))
                : Travel.Beyond;
            any |= slice[i] != Travel.Beyond;
        }

        return any;
    }

    private ushort Round(int milliseconds) => milliseconds <= limitMilliseconds ? Travel.FromSeconds(milliseconds / 1000.0) : Travel.Beyond;
}

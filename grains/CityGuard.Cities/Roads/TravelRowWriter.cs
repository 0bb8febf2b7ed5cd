using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Roads;

/// <summary>Collects one row, sector after sector. May be used again after each row.</summary>
internal sealed class TravelRowWriter
{
    private readonly List<ushort> _sectors = [];
    private readonly List<int> _starts = [0];
    private ushort[] _times = new ushort[1024];

    /// <summary>Adds the slice of a sector, unless nothing in it is reached.</summary>
    public void Add(int sector, ReadOnlySpan<ushort> slice)
    {
        if (!slice.ContainsAnyExcept(Travel.Beyond))
            return;
        var start = _starts[^1];
        if (start + slice.Length > _times.Length)
            Array.Resize(ref _times, Math.Max(start + slice.Length, _times.Length * 2));
        slice.CopyTo(_times.AsSpan(start));
        _sectors.Add((ushort)sector);
        _starts.Add(start + slice.Length);
    }

    public TravelRow Complete()
    {
        var row = new TravelRow([.. _sectors], [.. _starts], _times[.._starts[^1]]);
        _sectors.Clear();
        _starts.RemoveRange(1, _starts.Count - 1);
        return row;
    }
}

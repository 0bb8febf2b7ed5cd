using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CityGuard.Cities;
using CityGuard.Cities.Roads;
using CityGuard.Domain.Geography;

namespace CityGuard.Simulation.Engine;

/// <summary>
/// Travel times between cells in one step: the city's table with the place of each slice laid out flat. What lies beyond the table is
/// searched for when somebody asks, once for each destination. Safe from many threads.
/// </summary>
public abstract class TravelLookup
{
    /// <summary>Number of cells.</summary>
    public abstract int Cells { get; }

    /// <summary>Deciseconds; <see cref="Travel.Beyond"/> beyond the outermost limit.</summary>
    public abstract ushort Between(int from, int to);

    /// <summary>Deciseconds to a cell from every cell, without a limit; <see cref="Travel.Beyond"/>: no way.</summary>
    public abstract ushort[] WholeTo(int to);

    /// <summary>Deciseconds from a cell to every cell, without a limit.</summary>
    public abstract ushort[] WholeFrom(int from);

    /// <summary>Makes ready for <see cref="WholeFrom"/> of these cells.</summary>
    public virtual void Prepare(IReadOnlyCollection<int> from)
    {
    }

    /// <summary>Calls with every cell that can be reached from one within the limit, and the time.</summary>
    public abstract void ForEach(int from, Action<int, ushort> reached);
}

/// <summary>Over the travel table of a city, as it is or under other road conditions.</summary>
public sealed class CityTravel : TravelLookup
{
    private readonly TravelTable _table;
    private readonly CellTable _cells;
    private readonly ushort[] _sector;
    private readonly int[] _first, _slices;
    private readonly ushort[] _times;
    private readonly int _sectors;
    private float[]? _fastest;
    private readonly Lazy<FarTravel> _far;
    private readonly ConcurrentDictionary<int, ushort[]> _to = new(), _from = new();

    public CityTravel(TravelTable table, CellTable cells, Lazy<FarTravel> far)
    {
        _far = far;
        (_table, _cells, _sectors) = (table, cells, cells.Sectors.Length);
        _sector = [.. cells.Sector];
        _first = [.. cells.Sectors.Select(s => s.First)];
        _slices = new int[cells.Count * _sectors];
        Array.Fill(_slices, int.MinValue);
        var total = 0L;
        for (var cell = 0; cell < cells.Count; cell++)
            foreach (var sector in table.Sectors(cell))
                total += table.Slice(cell, sector).Length;
        _times = new ushort[total];
        var at = 0;
        for (var cell = 0; cell < cells.Count; cell++)
            foreach (var sector in table.Sectors(cell))
            {
                var slice = table.Slice(cell, sector);
                slice.CopyTo(_times.AsSpan(at));
                _slices[(cell * _sectors) + sector] = at - _first[sector];
                at += slice.Length;
            }
    }

    public override int Cells => _cells.Count;

    /// <summary>By destination: the most metres of straight line that a trip within the table gains a decisecond. A bound, and a close one: it knows the streets around.</summary>
    public float[] Fastest(float[] x, float[] y)
    {
        if (_fastest is not null)
            return _fastest;
        var parts = new ConcurrentBag<float[]>();
        Parallel.For(0, Cells, () => new float[Cells], (from, _, most) =>
        {
            foreach (var sector in _table.Sectors(from))
            {
                var slice = _table.Slice(from, sector);
                for (var i = 0; i < slice.Length; i++)
                {
                    var to = _first[sector] + i;
                    float right = x[to] - x[from], up = y[to] - y[from];
                    if (slice[i] != Travel.Beyond)
                        most[to] = Math.Max(most[to], MathF.Sqrt((right * right) + (up * up)) / Math.Max((ushort)1, slice[i]));
                }
            }

            return most;
        }, parts.Add);
        var fastest = new float[Cells];
        foreach (var part in parts)
            for (var cell = 0; cell < fastest.Length; cell++)
                fastest[cell] = Math.Max(fastest[cell], part[cell]);
        return _fastest = fastest;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public override ushort Between(int from, int to)
    {
        var slice = _slices[(from * _sectors) + _sector[to]];
        return slice == int.MinValue ? Travel.Beyond : _times[slice + to];
    }

    public override ushort[] WholeTo(int to) => _to.GetOrAdd(to, cell => _far.Value.To([cell])[0]);

    public override ushort[] WholeFrom(int from) => _from.GetOrAdd(from, cell => _far.Value.From([cell])[0]);

    /// <summary>Searches from many cells at once; they are kept.</summary>
    public override void Prepare(IReadOnlyCollection<int> from)
        => Parallel.ForEach(from.Where(cell => !_from.ContainsKey(cell)).Distinct().Chunk(Cities.Roads.Hierarchy.FarSweep.Lanes), some =>
        {
            foreach (var (i, times) in _far.Value.From(some).Index())
                _from[some[i]] = times;
        });

    public override void ForEach(int from, Action<int, ushort> reached)
    {
        foreach (var sector in _table.Sectors(from))
        {
            var slice = _table.Slice(from, sector);
            for (var i = 0; i < slice.Length; i++)
                if (slice[i] != Travel.Beyond)
                    reached(_first[sector] + i, slice[i]);
        }
    }
}

/// <summary>A small table of all pairs, e.g. for a model of the textbooks.</summary>
public sealed class DenseTravel(ushort[,] deciseconds) : TravelLookup
{
    public override int Cells => deciseconds.GetLength(0);

    public override ushort Between(int from, int to) => deciseconds[from, to];

    public override ushort[] WholeTo(int to) => [.. Enumerable.Range(0, Cells).Select(from => deciseconds[from, to])];

    public override ushort[] WholeFrom(int from) => [.. Enumerable.Range(0, Cells).Select(to => deciseconds[from, to])];

    public override void ForEach(int from, Action<int, ushort> reached)
    {
        for (var to = 0; to < Cells; to++)
            if (deciseconds[from, to] != Travel.Beyond)
                reached(to, deciseconds[from, to]);
    }
}

using CityGuard.Domain.Geography;

namespace CityGuard.Cities;

/// <summary>
/// Finds the cell that holds a point: a uniform grid of buckets lists the cells whose box touches it, then point in polygon.
/// Immutable, safe from many threads.
/// </summary>
public sealed class CellLocator
{
    private const int BucketsPerCell = 8;

    private readonly GeoPoint[] _points; // all outlines, one after the other
    private readonly int[] _starts;
    private readonly int[] _bucketStarts, _bucketCells;
    private readonly double _west, _south, _width, _height;
    private readonly int _columns, _rows;

    public CellLocator(CellTable cells)
    {
        _starts = new int[cells.Count + 1];
        for (var cell = 0; cell < cells.Count; cell++)
            _starts[cell + 1] = _starts[cell] + cells.Outlines[cell].Length;
        _points = new GeoPoint[_starts[^1]];
        for (var cell = 0; cell < cells.Count; cell++)
            cells.Outlines[cell].CopyTo(_points, _starts[cell]);

        (_west, _south) = (_points.Min(p => p.Lon), _points.Min(p => p.Lat));
        double east = _points.Max(p => p.Lon), north = _points.Max(p => p.Lat);
        var side = Math.Sqrt((east - _west) * (north - _south) / (BucketsPerCell * cells.Count));
        _columns = Math.Max(1, (int)Math.Ceiling((east - _west) / side));
        _rows = Math.Max(1, (int)Math.Ceiling((north - _south) / side));
        (_width, _height) = ((east - _west) / _columns, (north - _south) / _rows);
        (_bucketStarts, _bucketCells) = Fill();
    }

    /// <summary>The cell at a point; false outside the city. A point on a border belongs to one side only.</summary>
    public bool TryLocate(GeoPoint point, out int cell)
    {
        double column = (point.Lon - _west) / _width, row = (point.Lat - _south) / _height;
        if (column >= 0 && row >= 0 && column <= _columns && row <= _rows) // false for NaN too
        {
            var bucket = (Clamp(row, _rows) * _columns) + Clamp(column, _columns);
            foreach (var candidate in _bucketCells.AsSpan(_bucketStarts[bucket].._bucketStarts[bucket + 1]))
            {
                if (!Outline.Contains(_points.AsSpan(_starts[candidate].._starts[candidate + 1]), point))
                    continue;
                cell = candidate;
                return true;
            }
        }

        cell = -1;
        return false;
    }

    private static int Clamp(double position, int count) => Math.Clamp((int)position, 0, count - 1);

    private (int[] Starts, int[] Cells) Fill()
    {
        var starts = new int[(_columns * _rows) + 1];
        ForEachTouch((bucket, _) => starts[bucket + 1]++);
        for (var bucket = 0; bucket < starts.Length - 1; bucket++)
            starts[bucket + 1] += starts[bucket];
        var cells = new int[starts[^1]];
        var next = starts.AsSpan(..^1).ToArray();
        ForEachTouch((bucket, cell) => cells[next[bucket]++] = cell);
        return (starts, cells);
    }

    private void ForEachTouch(Action<int, int> touch)
    {
        for (var cell = 0; cell < _starts.Length - 1; cell++)
        {
            double west = double.MaxValue, south = double.MaxValue, east = double.MinValue, north = double.MinValue;
            foreach (var point in _points.AsSpan(_starts[cell].._starts[cell + 1]))
            {
                (west, east) = (Math.Min(west, point.Lon), Math.Max(east, point.Lon));
                (south, north) = (Math.Min(south, point.Lat), Math.Max(north, point.Lat));
            }

            for (var row = Clamp((south - _south) / _height, _rows); row <= Clamp((north - _south) / _height, _rows); row++)
                for (var column = Clamp((west - _west) / _width, _columns); column <= Clamp((east - _west) / _width, _columns); column++)
                    touch((row * _columns) + column, cell);
        }
    }
}

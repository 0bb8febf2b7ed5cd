using CityGuard.Grains.Hosting;

namespace CityGuard.Grains.Front;

/// <summary>Which cells and sectors an area of either tree covers.</summary>
internal static class AreaCells
{
    public static bool IsWithin(this CityIndex index, int cell, int area)
    {
        var (cells, areas) = (index.City.Cells, index.Areas);
        return IsUnder(cells.Sectors[cells.Sector[cell]].Area) || IsUnder(cells.Beat[cell]) || IsUnder(cells.Community[cell]);

        bool IsUnder(int at)
        {
            for (; at >= 0; at = areas.Parent[at])
                if (at == area)
                    return true;
            return false;
        }
    }

    /// <summary>Sectors that have a cell in the area.</summary>
    public static IEnumerable<int> SectorsOf(this CityIndex index, int area)
        => index.Areas.Sectors(area) is { IsEmpty: false } whole
            ? whole.ToArray()
            : Enumerable.Range(0, index.City.Cells.Count).Where(cell => index.IsWithin(cell, area)).Select(index.SectorOfCell).Distinct();
}

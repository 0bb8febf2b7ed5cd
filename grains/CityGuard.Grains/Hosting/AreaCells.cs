namespace CityGuard.Grains.Hosting;

/// <summary>Which cells an area of either tree covers.</summary>
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
}

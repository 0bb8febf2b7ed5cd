using CityGuard.Cities.Roads;

namespace CityGuard.Cities.Import.Files;

/// <summary>Says to which sector each cell belongs.</summary>
internal sealed class SectorChoice(RoadGraph roads, CityAreas areas, InputProblems problems)
{
    /// <summary>Index of the sector of each cell.</summary>
    public int[] Of(IReadOnlyList<CellDraft> cells, int[] nodes, string file)
        => areas.Sectors.All(s => s.Shape is null) ? ByStation(cells, nodes, file) : ByShape(cells, file);

    private int[] ByShape(IReadOnlyList<CellDraft> cells, string file)
    {
        var outside = 0;
        var chosen = cells.Select(cell =>
        {
            if (cell.Sector.Length > 0)
                return Named(cell, file);
            var point = CityAreas.Point(cell.Centre);
            var at = areas.Sectors.FindIndex(s => s.Shape!.Covers(point));
            if (at >= 0)
                return at;
            outside++;
            return Enumerable.Range(0, areas.Sectors.Count).MinBy(s => areas.Sectors[s].Shape!.Distance(point));
        }).ToArray();
        if (outside > 0)
            problems.Assume($"{outside} cells lie in no sector's polygon; each belongs to the nearest sector");
        return chosen;
    }

    private int[] ByStation(IReadOnlyList<CellDraft> cells, int[] nodes, string file)
    {
        var (chosen, best) = (new int[cells.Count], new int[cells.Count]);
        Array.Fill(best, int.MaxValue);
        var search = new RoadSearch(roads);
        var locator = new NodeLocator(roads);
        for (var sector = 0; sector < areas.Sectors.Count; sector++)
        {
            search.Run(locator.Nearest(areas.Sectors[sector].Seat!.Place), int.MaxValue);
            for (var cell = 0; cell < cells.Count; cell++)
                if (search.TryTime(nodes[cell], out var time) && time < best[cell])
                    (chosen[cell], best[cell]) = (sector, time);
        }

        for (var cell = 0; cell < cells.Count; cell++)
            if (cells[cell].Sector.Length > 0)
                chosen[cell] = Named(cells[cell], file);
        return chosen;
    }

    private int Named(CellDraft cell, string file)
    {
        var at = areas.Sectors.FindIndex(s => s.Id.Value == cell.Sector || s.Id.Value == "s-" + cell.Sector);
        if (at < 0)
            problems.Add(file, cell.Line, "sector", $"there is no sector '{cell.Sector}'");
        return Math.Max(0, at);
    }
}

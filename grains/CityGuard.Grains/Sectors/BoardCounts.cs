namespace CityGuard.Grains.Sectors;

/// <summary>Counts what a board holds, for the whole sector and for its parts.</summary>
internal static class BoardCounts
{
    public static PartCount[] Of(ReadinessBoard board, OpenIncidents incidents, CountedParts parts, DateTimeOffset now)
    {
        var (map, index) = (board.Map, board.Map.Index);
        var (cells, columns, posts) = (index.City.Cells, index.Responders, index.Posts.Now);
        var whole = new PartTally(map.Range.Area, index.KindIds.Length);
        var tallies = new SortedDictionary<int, PartTally>();
        for (var c = 0; c < map.Range.Count; c++)
            foreach (var tally in At(map.Range.First + c))
                tally.Cell(board.Cell(c).Told, cells.Residents[map.Range.First + c]);
        for (var t = 0; t < map.Targets.Length; t++)
            foreach (var tally in At(map.Range.First + map.TargetCells[t]))
                tally.Target(board.Target(t).Told);
        foreach (var responder in posts.Home(map.Sector))
            if (board.TryKnown(responder, out var known))
                foreach (var tally in At(posts.HomeCell[responder]))
                    tally.Responder(columns.Kind[responder], known, now);
        foreach (var (cell, late) in incidents.Places)
            foreach (var tally in At(cell))
                tally.Incident(late);
        return [whole.Count(), .. tallies.Values.Select(t => t.Count())];

        IEnumerable<PartTally> At(int cell)
        {
            yield return whole;
            if (!map.TryLocalCell(cell, out _))
                yield break;
            var area = parts switch
            {
                CountedParts.Beats => cells.Beat[cell],
                CountedParts.Communities => cells.Community[cell],
                _ => -1,
            };
            if (area < 0)
                yield break;
            if (!tallies.TryGetValue(area, out var part))
                tallies[area] = part = new PartTally(area, index.KindIds.Length);
            yield return part;
        }
    }
}

using System.Collections.Immutable;
using CityGuard.Cities.Roads;
using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Import.Files;

/// <summary>Looks at a finished city and writes what one should know before one trusts it.</summary>
internal static class ReportMaker
{
    private const int DetoursListed = 10, NearCells = 6;

    public static ImportReport Write(CityParts parts, ImmutableArray<ReadFile> files, double farShare, InputProblems problems)
    {
        var reached = Reached(parts);
        double people = parts.Cells.Residents.Sum(r => (double)r), missed = Enumerable.Range(0, reached.Length).Where(c => !reached[c]).Sum(c => (double)parts.Cells.Residents[c]);
        return new ImportReport(
            files, [.. problems.Assumed], [.. problems.Ignored], reached.Count(r => !r) / (double)reached.Length, people > 0 ? missed / people : 0, farShare, Speeds(parts.Roads), Detours(parts));
    }

    private static bool[] Reached(CityParts parts)
    {
        var reached = new bool[parts.Cells.Count];
        var cells = parts.Cells.Ids.Select((id, i) => (id, i)).ToDictionary(c => c.id, c => c.i);
        var sent = parts.Rules.Kinds.Where(k => !k.PremisesOnly).Select(k => k.Id).ToHashSet();
        foreach (var post in parts.Responders.Where(r => sent.Contains(r.Kind)).Select(r => cells[r.Cell]).Distinct())
            foreach (var sector in parts.Travel.Sectors(post))
                Reach(parts.Travel.Slice(post, sector), parts.Cells.Sectors[sector].First);
        return reached;

        void Reach(ReadOnlySpan<ushort> slice, int first)
        {
            for (var i = 0; i < slice.Length; i++)
                reached[first + i] |= slice[i] != Travel.Beyond;
        }
    }

    /// <summary>Median by length: half of the metres of a class are driven faster.</summary>
    public static ImmutableArray<ClassSpeed> Speeds(RoadGraph roads)
    {
        var arcs = new List<(RoadClass Class, double Metres, double Kmh)>(roads.ArcCount);
        for (var node = 0; node < roads.NodeCount; node++)
        {
            for (var arc = roads.FirstArc.Span[node]; arc < roads.FirstArc.Span[node + 1]; arc++)
            {
                var metres = roads.Nodes.Span[node].MetresTo(roads.Nodes.Span[roads.Head.Span[arc]]);
                arcs.Add((roads.Class.Span[arc], metres, metres * 3600 / roads.Milliseconds.Span[arc]));
            }
        }

        return
        [
            .. arcs.GroupBy(a => a.Class).OrderBy(g => g.Key).Select(group =>
            {
                var all = group.Sum(a => a.Metres);
                var so = 0.0;
                var median = group.OrderBy(a => a.Kmh).First(a => (so += a.Metres) >= all / 2);
                return new ClassSpeed(group.Key, Math.Round(median.Kmh, 1), Math.Round(all / 1000, 1));
            }),
        ];
    }

    private static ImmutableArray<Detour> Detours(CityParts parts)
    {
        var cells = parts.Cells;
        var pairs = new List<(Detour Pair, double Ratio)>();
        var limit = parts.Rules.Standards.Max(s => s.OutermostSeconds);
        foreach (var (from, to, metres) in Neighbours(cells))
        {
            var time = parts.Travel.Time(from, to, cells);
            var seconds = time == Travel.Beyond ? limit : Travel.ToSeconds(time);
            // Of the two ways the longer one is told, once.
            if (from > to && parts.Travel.Time(to, from, cells) >= time)
                continue;
            if (from < to && parts.Travel.Time(to, from, cells) > time)
                continue;
            pairs.Add((new Detour(cells.Ids[from].Value, cells.Ids[to].Value, Math.Round(metres), time == Travel.Beyond ? null : seconds), seconds / metres));
        }

        return [.. pairs.OrderByDescending(p => p.Ratio).Take(DetoursListed).Select(p => p.Pair)];
    }

    /// <summary>Each cell with the nearest few.</summary>
    private static IEnumerable<(int From, int To, double Metres)> Neighbours(CellTable cells)
    {
        var index = new NetTopologySuite.Index.Strtree.STRtree<int>();
        for (var cell = 0; cell < cells.Count; cell++)
            index.Insert(CityAreas.Point(cells.Centres[cell]).EnvelopeInternal, cell);
        for (var cell = 0; cell < cells.Count; cell++)
        {
            var side = Math.Sqrt(Outline.SquareMetres(cells.Outlines[cell].AsSpan())) * 1.6 / Outline.MetresPerDegree;
            var box = CityAreas.Point(cells.Centres[cell]).EnvelopeInternal.Copy();
            box.ExpandBy(side / Math.Cos(double.DegreesToRadians(cells.Centres[cell].Lat)), side);
            foreach (var (other, metres) in index.Query(box).Where(o => o != cell).Select(o => (o, cells.Centres[cell].MetresTo(cells.Centres[o]))).OrderBy(o => o.Item2).Take(NearCells))
                yield return (cell, other, metres);
        }
    }
}

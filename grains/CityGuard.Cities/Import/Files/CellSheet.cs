using System.Collections.Immutable;
using CityGuard.Cities.Roads;
using CityGuard.Domain.Areas;

namespace CityGuard.Cities.Import.Files;

/// <summary>Turns drafts of cells and sectors into the tables of a city.</summary>
internal sealed class CellSheet
{
    public const double FarMetres = 500;

    private readonly CellDraft[] _cells;
    private readonly int[] _sector, _nodes;
    private readonly SectorDraft[] _sectors;
    private readonly bool[] _far;

    private CellSheet(CellDraft[] cells, int[] sector, int[] nodes, bool[] far, SectorDraft[] sectors, ImmutableArray<Area> areas)
        => (_cells, _sector, _nodes, _far, _sectors, Areas) = (cells, sector, nodes, far, sectors, areas);

    public ImmutableArray<Area> Areas { get; }

    public IReadOnlyList<CellDraft> Cells => _cells;

    public double FarShare => _far.Count(f => f) / (double)_far.Length;

    /// <summary>Orders the cells by district and sector; sectors without a cell are left out, and said to be.</summary>
    public static CellSheet Order(IReadOnlyList<CellDraft> cells, CityAreas areas, RoadGraph roads, string file, InputProblems problems)
    {
        var locator = new NodeLocator(roads);
        var nodes = new int[cells.Count];
        var far = new bool[cells.Count];
        for (var cell = 0; cell < cells.Count; cell++)
        {
            nodes[cell] = locator.Nearest(cells[cell].Centre, out var metres);
            far[cell] = metres > FarMetres;
        }

        var chosen = new SectorChoice(roads, areas, problems).Of(cells, nodes, file);
        var districts = areas.Districts.Select(d => d.Id).ToList();
        var sectors = Enumerable.Range(0, areas.Sectors.Count).Where(chosen.Contains).OrderBy(s => districts.IndexOf(areas.Sectors[s].District)).ToList();
        foreach (var empty in Enumerable.Range(0, areas.Sectors.Count).Except(sectors))
            problems.Ignore($"sector {areas.Sectors[empty].Id} ({areas.Sectors[empty].Name.En}) has no cell");
        var order = Enumerable.Range(0, cells.Count).OrderBy(c => sectors.IndexOf(chosen[c])).ToArray(); // stable
        var used = sectors.Select(s => areas.Sectors[s].District).ToHashSet();
        return new CellSheet(
            [.. order.Select(c => cells[c])], [.. order.Select(c => sectors.IndexOf(chosen[c]))], [.. order.Select(c => nodes[c])], [.. order.Select(c => far[c])],
            [.. sectors.Select(s => areas.Sectors[s])],
            [areas.City, .. areas.Districts.Where(d => used.Contains(d.Id)), .. sectors.Select(s => new Area(areas.Sectors[s].Id, AreaKind.Sector, areas.Sectors[s].District, areas.Sectors[s].Name))]);
    }

    /// <summary>The cells under their final ids, with so many residents each.</summary>
    public CellTable Table(double[] residents)
    {
        var settings = _cells.Select((c, i) => c.Setting switch
        {
            "urban" => CellSetting.Urban,
            "suburban" => CellSetting.Suburban,
            "rural" => CellSetting.Rural,
            _ => Density.Setting(residents[i] / (Outline.SquareMetres(c.Outline.AsSpan()) / 1e6)),
        }).ToArray();
        return new CellTable
        {
            Ids = Ids(),
            Centres = [.. _cells.Select(c => c.Centre)],
            Outlines = [.. _cells.Select(c => c.Outline)],
            Sector = [.. _sector.Select(s => (ushort)s)],
            Beat = [.. _cells.Select(_ => -1)],
            Community = [.. _cells.Select(_ => -1)],
            Residents = [.. residents.Select(r => (float)r)],
            Setting = [.. settings],
            Standard = [.. _cells.Select((c, i) => c.Standard.Length > 0 ? c.Standard : settings[i].ToString().ToLowerInvariant())],
            Node = [.. _nodes],
            Fringe = [.. _far],
            Sectors = Ranges(),
        };
    }

    private ImmutableArray<CellId> Ids()
        => [.. _cells.Select((c, i) => c.Id.Length > 0 && CellId.TryParse(c.Id.StartsWith("c-", StringComparison.Ordinal) ? c.Id : "c-" + c.Id, out var id) ? id : CellId.Parse(FormattableString.Invariant($"c-{i + 1:00000}")))];

    private ImmutableArray<SectorRange> Ranges()
    {
        var places = Areas.Select((a, i) => (a.Id, i)).ToDictionary(a => a.Id, a => a.i);
        var ranges = ImmutableArray.CreateBuilder<SectorRange>(_sectors.Length);
        var first = 0;
        for (var sector = 0; sector < _sectors.Length; sector++)
        {
            var count = _sector.Count(s => s == sector);
            ranges.Add(new SectorRange(places[_sectors[sector].Id], places[_sectors[sector].District], first, count));
            first += count;
        }

        return ranges.MoveToImmutable();
    }
}

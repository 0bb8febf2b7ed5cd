using System.Collections.Immutable;
using CityGuard.Cities.Generate.Cells;
using CityGuard.Cities.Generate.Facts;
using CityGuard.Cities.Generate.Places;
using CityGuard.Domain.Areas;

namespace CityGuard.Cities.Generate;

/// <summary>Both trees: city, district, sector, beat; and city, district, street, community. Streets and sectors share their bounds.</summary>
internal sealed class AreaTrees
{
    private readonly List<Area> _areas = [];

    public AreaTrees(CityFacts facts, CellDraft[] cells)
    {
        var city = Add("city-440100", AreaKind.City, null, "广州市", "Guangzhou");
        District = facts.Districts.Select(d => Add($"d-{d.Code}", AreaKind.District, city, d.Name.Zh, d.Name.En)).ToArray();
        Sector = facts.Streets.Select((s, i) => Add($"s-{SectorCode.Of(facts, i)}", AreaKind.Sector, District[s.District], $"{ShortName.Zh(s)}派出所", $"{s.Name.En} Station")).ToArray();
        Beat = Parts(facts, cells, c => c.Beat, "b", AreaKind.Beat, Sector, i => SectorCode.Of(facts, i), "警格", "Beat");
        var streets = facts.Streets.Select(s => Add($"st-{s.Code}", AreaKind.Street, District[s.District], s.Name.Zh, ShortName.Full(s))).ToArray();
        Community = Parts(facts, cells, c => c.Community, "m", AreaKind.Community, streets, i => facts.Streets[i].Code, "社区", "Community");
    }

    public ImmutableArray<Area> Areas => [.. _areas];

    /// <summary>Area index of each district, sector, beat and community by its number.</summary>
    public int[] District { get; }

    public int[] Sector { get; }

    public int[] Beat { get; }

    public int[] Community { get; }

    private int[] Parts(CityFacts facts, CellDraft[] cells, Func<CellDraft, int> part, string prefix, AreaKind kind, int[] parents, Func<int, string> code, string zh, string en)
    {
        var index = new List<int>();
        var running = new int[facts.Streets.Count];
        foreach (var (number, street) in cells.Select(c => (part(c), c.Street)).Distinct().Order())
        {
            if (number != index.Count)
                throw new InvalidOperationException($"A {en} without a cell: {index.Count}.");
            var local = ++running[street];
            var place = facts.Streets[street];
            index.Add(Add($"{prefix}-{code(street)}-{local:D2}", kind, parents[street], $"{ShortName.Zh(place)}第{ChineseNumber.Of(local)}{zh}", $"{place.Name.En} {en} {local}"));
        }

        return [.. index];
    }

    private int Add(string id, AreaKind kind, int? parent, string zh, string en)
    {
        _areas.Add(new(AreaId.Parse(id), kind, parent is { } p ? _areas[p].Id : null, new(zh, en)));
        return _areas.Count - 1;
    }
}

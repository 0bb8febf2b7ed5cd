using System.Collections.Immutable;
using CityGuard.Cities;
using CityGuard.Domain.Areas;

namespace CityGuard.Grains.Hosting;

/// <summary>Both area trees by index: who is above, who is one level down, which sectors an area spans.</summary>
internal sealed class AreaTree
{
    private readonly ImmutableArray<Area> _areas;
    private readonly int[][] _children, _sectors, _touching;

    public AreaTree(CityModel city)
    {
        _areas = city.Areas;
        Parent = [.. _areas.Select(a => a.Parent is { } p ? (city.TryArea(p.Value, out var i) ? i : throw new FormatException($"Area {a.Id} has an unknown parent {p}.")) : -1)];
        _children = Lists();
        _sectors = Lists();
        var children = Enumerable.Range(0, _areas.Length).ToLookup(i => Parent[i]);
        for (var area = 0; area < _areas.Length; area++)
            _children[area] = [.. children[area]];
        for (var sector = 0; sector < city.Cells.Sectors.Length; sector++)
            foreach (var above in SelfAndAncestors(city.Cells.Sectors[sector].Area))
                _sectors[above] = [.. _sectors[above], sector];
        var touching = _areas.Select(_ => new List<int>()).ToArray();
        for (var cell = 0; cell < city.Cells.Count; cell++)
            foreach (var area in Above(city.Cells, cell))
                if (touching[area] is not [.., var last] || last != city.Cells.Sector[cell])
                    touching[area].Add(city.Cells.Sector[cell]);
        _touching = [.. touching.Select(sectors => sectors.ToArray())];

        int[][] Lists() => [.. _areas.Select(_ => Array.Empty<int>())];
    }

    /// <summary>Area above each area, -1 for the city.</summary>
    public ImmutableArray<int> Parent { get; }

    /// <summary>Areas one level down, in both trees.</summary>
    public ReadOnlySpan<int> Children(int area) => _children[area];

    /// <summary>Sectors (sector indexes) within an area of the police tree; empty below sectors and in the civil tree below districts.</summary>
    public ReadOnlySpan<int> Sectors(int area) => _sectors[area];

    /// <summary>Sectors (sector indexes) that have a cell in the area, of either tree and any level.</summary>
    public ReadOnlySpan<int> Touching(int area) => _touching[area];

    /// <summary>Every area that a cell lies in, in both trees, each once.</summary>
    public IEnumerable<int> Above(CellTable cells, int cell)
        => SelfAndAncestors(cells.Sectors[cells.Sector[cell]].Area).Concat(SelfAndAncestors(cells.Beat[cell])).Concat(SelfAndAncestors(cells.Community[cell])).Distinct();

    /// <summary>An area, its parent, and so on up to the city.</summary>
    public IEnumerable<int> SelfAndAncestors(int area)
    {
        for (var at = area; at >= 0; at = Parent[at])
            yield return at;
    }

    /// <summary>The district above an area (or the area itself); -1 above districts.</summary>
    public int DistrictOf(int area) => SelfAndAncestors(area).FirstOrDefault(a => _areas[a].Kind == AreaKind.District, -1);
}

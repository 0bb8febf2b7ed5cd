using System.Collections.Immutable;
using CityGuard.Cities;
using CityGuard.Grains.Hosting;

namespace CityGuard.Grains.Sectors;

/// <summary>The ground of one sector, fixed while a city is loaded but for the circles of the duty level and who is posted here: its cells, its targets, its people at home. Local index = place in these lists.</summary>
internal sealed class SectorMap
{
    public SectorMap(CityIndex index, int sector)
    {
        Index = index;
        Sector = sector;
        Range = index.City.Cells.Sectors[sector];
        Targets = [.. index.Targets(sector)];
        (CellStandards, TargetStandards) = Standards(0);
        TargetCells = [.. Targets.Select(t => index.TargetCell[t] - Range.First)];
        TargetsInCell = [.. Enumerable.Range(0, Range.Count).Select(_ => Array.Empty<int>())];
        for (var t = 0; t < Targets.Length; t++)
            TargetsInCell[TargetCells[t]] = [.. TargetsInCell[TargetCells[t]], t];
        _localTarget = Targets.Select((t, i) => (t, i)).ToDictionary(p => p.t, p => p.i);
    }

    private readonly Dictionary<int, int> _localTarget;

    public CityIndex Index { get; }

    public int Sector { get; }

    public SectorRange Range { get; }

    /// <summary>Target of each local target.</summary>
    public int[] Targets { get; }

    /// <summary>Responders at home here now.</summary>
    public ImmutableArray<int> Home => Index.Posts.Now.Home(Sector);

    /// <summary>Local standard of each local cell.</summary>
    public CompiledStandard[] CellStandards { get; private set; }

    public CompiledStandard[] TargetStandards { get; private set; }

    /// <summary>Local cell of each local target.</summary>
    public int[] TargetCells { get; }

    /// <summary>Local targets in each local cell.</summary>
    public int[][] TargetsInCell { get; }

    /// <summary>Keeps the circles of a duty level from now on.</summary>
    public void Tighten(int rank) => (CellStandards, TargetStandards) = Standards(rank);

    public bool TryLocalCell(int cell, out int local)
    {
        local = cell - Range.First;
        return local >= 0 && local < Range.Count;
    }

    public bool TryLocalTarget(int target, out int local) => _localTarget.TryGetValue(target, out local);

    private (CompiledStandard[] Cells, CompiledStandard[] Targets) Standards(int rank)
    {
        var standards = Index.StandardsUnder[rank];
        return ([.. Enumerable.Range(Range.First, Range.Count).Select(c => standards[Index.City.Cells.Standard[c]])], [.. Targets.Select(t => standards[Index.City.Targets[t].Standard])]);
    }
}

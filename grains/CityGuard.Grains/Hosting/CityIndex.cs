using System.Collections.Frozen;
using System.Collections.Immutable;
using CityGuard.Cities;
using CityGuard.Domain.Deployments;
using CityGuard.Domain.Duty;
using CityGuard.Domain.Readiness;
using CityGuard.Grains.Deployments;
using CityGuard.Grains.Roads;

namespace CityGuard.Grains.Hosting;

/// <summary>What boards look up of the city in every turn, worked out once per process: columns by dense index.</summary>
internal sealed class CityIndex
{
    private readonly FrozenDictionary<string, int> _sectors;
    private readonly ImmutableArray<ImmutableArray<int>> _targets;

    public CityIndex(CityModel city)
    {
        City = city;
        Travel = new LiveTravel(city);
        Areas = new AreaTree(city);
        Zone = TimeZoneInfo.FindSystemTimeZoneById(city.Manifest.TimeZone);
        KindIds = [.. city.Rules.Kinds.Select(k => k.Id)];
        Standards = city.Rules.Standards.ToFrozenDictionary(s => s.Id, s => new CompiledStandard(s, StandardCompiler.Compile(s, KindIds)));
        StandardsUnder = [.. city.Rules.Duty.Select(level => city.Rules.Standards.ToFrozenDictionary(s => s.Id, s => new CompiledStandard(s.Under(level), StandardCompiler.Compile(s.Under(level), KindIds))))];
        SectorIds = [.. city.Cells.Sectors.Select(s => city.Areas[s.Area].Id.Value)];
        _sectors = Enumerable.Range(0, SectorIds.Length).ToFrozenDictionary(i => SectorIds[i]);
        Responders = new ResponderColumns(city, KindIds);
        Posts = new LivePosts(new Posts(city, Areas, Responders.Kind, DeploymentState.Empty));
        TargetCell = [.. city.Targets.Select(t => city.TryCell(t.Cell.Value, out var cell) ? cell : throw new FormatException($"Target {t.Id} stands in no known cell."))];
        _targets = city.Cells.BySector(TargetCell);
    }

    public CityModel City { get; }

    /// <summary>The travel times that hold now.</summary>
    public LiveTravel Travel { get; }

    public AreaTree Areas { get; }

    public TimeZoneInfo Zone { get; }

    /// <summary>Keys of the kinds, by kind index.</summary>
    public ImmutableArray<string> KindIds { get; }

    public FrozenDictionary<string, CompiledStandard> Standards { get; }

    /// <summary>The standards as each duty level draws them closer, by the level's place in the table.</summary>
    public ImmutableArray<FrozenDictionary<string, CompiledStandard>> StandardsUnder { get; }

    /// <summary>Sector ids by sector index.</summary>
    public ImmutableArray<string> SectorIds { get; }

    public ResponderColumns Responders { get; }

    /// <summary>Where everybody is posted now.</summary>
    public LivePosts Posts { get; }

    /// <summary>Cell of each target.</summary>
    public ImmutableArray<int> TargetCell { get; }

    public int SectorCount => SectorIds.Length;

    public bool TrySector(string id, out int sector) => _sectors.TryGetValue(id, out sector);

    public int SectorOfCell(int cell) => City.Cells.Sector[cell];

    /// <summary>Cell of a responder's post now.</summary>
    public int HomeCell(int responder) => Posts.Now.HomeCell[responder];

    /// <summary>Sector of a responder's post now.</summary>
    public int HomeSector(int responder) => City.Cells.Sector[HomeCell(responder)];

    /// <summary>Targets that stand in the sector.</summary>
    public ImmutableArray<int> Targets(int sector) => _targets[sector];

    /// <summary>Other sectors from where somebody can reach this one now.</summary>
    public ReadOnlySpan<int> Neighbours(int sector) => Travel.Now.Neighbours(sector);

    /// <summary>The district (index among the areas) that a sector, responder, cell, target or district of this id belongs to; false for what has none.</summary>
    public bool TryDistrict(string id, out int district)
    {
        district = -1;
        if (TrySector(id, out var sector))
            district = City.Cells.Sectors[sector].District;
        else if (City.TryCell(id, out var cell))
            district = DistrictOfCell(cell);
        else if (City.TryResponder(id, out var responder))
            district = DistrictOfCell(HomeCell(responder));
        else if (City.TryTarget(id, out var target))
            district = DistrictOfCell(TargetCell[target]);
        else if (City.TryArea(id, out var area))
            district = Areas.DistrictOf(area);
        return district >= 0;
    }

    private int DistrictOfCell(int cell) => City.Cells.Sectors[City.Cells.Sector[cell]].District;
}

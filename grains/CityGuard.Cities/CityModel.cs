using System.Collections.Frozen;
using System.Collections.Immutable;
using CityGuard.Cities.Package;
using CityGuard.Cities.Roads;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Targets;

namespace CityGuard.Cities;

/// <summary>
/// A whole city, immutable: areas, cells, roads, travel times, responders, targets, demand and the rules as data.
/// Everything is addressed by dense index inside one process; identifiers are what is stored and sent.
/// </summary>
public sealed class CityModel : IDisposable
{
    private readonly FrozenDictionary<string, int> _cells, _areas, _responders, _targets;
    private readonly IDisposable? _backing;

    public CityModel(CityManifest manifest, CityParts parts, IDisposable? backing = null)
    {
        Manifest = manifest;
        Areas = parts.Areas;
        Cells = parts.Cells;
        Responders = parts.Responders;
        Targets = parts.Targets;
        Rules = parts.Rules;
        Roads = parts.Roads;
        Travel = parts.Travel;
        Demand = parts.Demand;
        Features = parts.Features;
        Streets = parts.Streets;
        Walk = parts.Walk;
        Report = parts.Report;
        _backing = backing;
        _cells = Enumerable.Range(0, Cells.Count).ToFrozenDictionary(i => Cells.Id(i).Value);
        _areas = Enumerable.Range(0, Areas.Length).ToFrozenDictionary(i => Areas[i].Id.Value);
        _responders = Enumerable.Range(0, Responders.Length).ToFrozenDictionary(i => Responders[i].Id.Value);
        _targets = Enumerable.Range(0, Targets.Length).ToFrozenDictionary(i => Targets[i].Id.Value);
        Locator = new CellLocator(Cells);
    }

    public CityManifest Manifest { get; }

    /// <summary>Both trees; a parent stands before its children; index 0 is the city.</summary>
    public ImmutableArray<Area> Areas { get; }

    /// <summary>Cells, ordered so that each sector's are contiguous.</summary>
    public CellTable Cells { get; }

    public ImmutableArray<ResponderProfile> Responders { get; }

    public ImmutableArray<KeyTargetProfile> Targets { get; }

    public CityRules Rules { get; }

    public RoadGraph Roads { get; }

    public TravelTable Travel { get; }

    public DemandModel Demand { get; }

    /// <summary>What is drawn under the roads: water, hills, district outlines, named bridges. No rule reads it.</summary>
    public ImmutableArray<MapFeature> Features { get; }

    /// <summary>Speed off the roads and within a cell, metres a second.</summary>
    public double OffRoadMetresPerSecond => Manifest.OffRoadMetresPerSecond ?? TravelTableBuilder.DefaultInnerMetresPerSecond;

    /// <summary>Names of streets, which arcs of the network refer to.</summary>
    public ImmutableArray<string> Streets { get; }

    /// <summary>Ways for people on foot; null where the city came without.</summary>
    public RoadGraph? Walk { get; }

    /// <summary>How it was imported; null when it was not.</summary>
    public ImportReport? Report { get; }

    public CellLocator Locator { get; }

    public bool TryCell(string id, out int index) => _cells.TryGetValue(id, out index);

    public bool TryArea(string id, out int index) => _areas.TryGetValue(id, out index);

    public bool TryResponder(string id, out int index) => _responders.TryGetValue(id, out index);

    public bool TryTarget(string id, out int index) => _targets.TryGetValue(id, out index);

    public void Dispose() => _backing?.Dispose();
}

/// <summary>What a <see cref="CityModel"/> is made of.</summary>
public sealed record CityParts(
    ImmutableArray<Area> Areas,
    CellTable Cells,
    ImmutableArray<ResponderProfile> Responders,
    ImmutableArray<KeyTargetProfile> Targets,
    CityRules Rules,
    RoadGraph Roads,
    TravelTable Travel,
    DemandModel Demand)
{
    /// <summary>Scenery of the map; empty when the city has none.</summary>
    public ImmutableArray<MapFeature> Features { get; init; } = [];

    /// <summary>Names of streets, which arcs of the network refer to.</summary>
    public ImmutableArray<string> Streets { get; init; } = [];

    /// <summary>Ways for people on foot, when they are known.</summary>
    public RoadGraph? Walk { get; init; }

    /// <summary>How it was imported.</summary>
    public ImportReport? Report { get; init; }
}

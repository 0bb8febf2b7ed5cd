using System.Collections.Immutable;
using CityGuard.Cities.Roads;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Import;

/// <summary>
/// Lays tiles over the city: one wherever a road runs, a station stands, or people live within a kilometre of a road. People farther
/// off are counted to the nearest cell: nobody can drive to them. Each cell belongs to the station that reaches it first.
/// </summary>
internal sealed class JemssCells(JemssRoads roads, JemssService service, (GeoPoint Place, double Weight)[] demand)
{
    private const double MostMetresOffRoad = 1000;

    private readonly NodeLocator _anyNode = new(roads.Graph);

    /// <summary>Node of each station.</summary>
    public int[] StationNodes => [.. service.Stations.Select(s => _anyNode.Nearest(s.Place))];

    /// <summary>The cells in order, the share of demand of each, and the stations that have cells.</summary>
    public (CellTable Cells, float[] Share, int[] Stations) Lay(Tiling tiling, double residents, int ringSeconds)
    {
        var usable = roads.Connected(StationNodes);
        var accessible = Enumerable.Range(0, usable.Length).Where(n => usable[n] && roads.Access[n]).ToArray();
        if (accessible.Length == 0)
            throw new CityInputException("nodes.csv", "no node of the network gives access to the land beside it");
        var access = new NodeLocator(accessible.Select(n => roads.Graph.Nodes.Span[n]).ToArray());

        var tiles = RoadTiles.Along(roads.Graph, tiling);
        foreach (var station in service.Stations)
            tiles.Add(tiling.At(station.Place));
        foreach (var tile in demand.Where(d => d.Weight > 0).Select(d => tiling.At(d.Place)).Distinct().ToArray())
            if (access.Nearest(tiling.Centre(tile), out var metres) >= 0 && metres <= MostMetresOffRoad)
                tiles.Add(tile);

        var found = Assign(tiling, tiles, access, accessible);
        var share = Share(tiling, found);
        var squareKm = Outline.SquareMetres(tiling.Ring(found[0].Tile).AsSpan()) / 1e6;
        var setting = share.Select(s => Density.Setting(s * residents / squareKm)).ToArray();
        var stations = found.Select(f => f.Station).Distinct().ToArray();
        return (new CellTable
        {
            Ids = [.. found.Select((_, i) => CellId.Parse($"c-{i + 1:00000}"))],
            Centres = [.. found.Select(f => tiling.Centre(f.Tile))],
            Outlines = [.. found.Select(f => tiling.Ring(f.Tile))],
            Sector = [.. found.Select(f => (ushort)Array.IndexOf(stations, f.Station))],
            Beat = [.. found.Select(_ => -1)],
            Community = [.. found.Select(_ => -1)],
            Residents = [.. share.Select(s => (float)(s * residents))],
            Setting = [.. setting],
            Standard = [.. found.Select(_ => JemssRules.CellStandard)],
            Node = [.. found.Select(f => f.Node)],
            Fringe = [.. found.Select(f => f.Milliseconds > ringSeconds * 1000)],
            Sectors = Ranges(found.Select(f => Array.IndexOf(stations, f.Station))),
        }, share, stations);
    }

    /// <summary>Areas of an imported city: the city, one district, then a sector for each station; so sector s is area s + 2.</summary>
    private static ImmutableArray<SectorRange> Ranges(IEnumerable<int> sectors)
    {
        var ranges = ImmutableArray.CreateBuilder<SectorRange>();
        var first = 0;
        foreach (var (sector, count) in sectors.CountBy(s => s).OrderBy(c => c.Key))
        {
            ranges.Add(new SectorRange(sector + 2, 1, first, count));
            first += count;
        }

        return ranges.ToImmutable();
    }

    private Place[] Assign(Tiling tiling, HashSet<Tile> tiles, NodeLocator access, int[] accessible)
    {
        var search = new RoadSearch(roads.Graph);
        var places = tiles.OrderBy(t => t.Row).ThenBy(t => t.Column).Select(t => new Place(t, accessible[access.Nearest(tiling.Centre(t))], -1, int.MaxValue)).ToArray();
        for (var station = 0; station < service.Stations.Count; station++)
        {
            search.Run(StationNodes[station], int.MaxValue);
            for (var i = 0; i < places.Length; i++)
                if (search.TryTime(places[i].Node, out var time) && time < places[i].Milliseconds)
                    places[i] = places[i] with { Station = station, Milliseconds = time };
        }

        return [.. places.OrderBy(p => p.Station)]; // stable: row by row within a station
    }

    private float[] Share(Tiling tiling, Place[] places)
    {
        var index = places.Select((p, i) => (p.Tile, i)).ToDictionary(p => p.Tile, p => p.i);
        var nearest = new NodeLocator(places.Select(p => tiling.Centre(p.Tile)).ToArray());
        var share = new double[places.Length];
        foreach (var (place, weight) in demand)
            share[index.TryGetValue(tiling.At(place), out var cell) ? cell : nearest.Nearest(place)] += weight;
        var sum = share.Sum();
        return [.. share.Select(s => (float)(s / sum))];
    }

    private readonly record struct Place(Tile Tile, int Node, int Station, int Milliseconds);
}

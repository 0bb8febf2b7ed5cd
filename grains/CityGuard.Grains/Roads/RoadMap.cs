using CityGuard.Abstractions.Roads;
using CityGuard.Cities;
using CityGuard.Cities.Roads;
using CityGuard.Domain.Geography;

namespace CityGuard.Grains.Roads;

/// <summary>Finds where one gets onto the roads and ways of the city; worked out at the first need.</summary>
internal sealed class RoadMap(CityModel city)
{
    private const double WalkMetresPerSecond = 4.8 / 3.6;

    private readonly Lazy<RoadGraph> _walk = new(() => city.Walk ?? Walked(city.Roads));
    private readonly Lazy<NodeLocator> _roads = new(() => new NodeLocator(city.Roads));
    private readonly Lazy<NodeLocator> _ways = new(() => new NodeLocator(city.Walk ?? Walked(city.Roads)));

    /// <summary>Ways on foot; without any of its own, a city's roads but for expressways, both ways.</summary>
    public RoadGraph Walk => _walk.Value;

    /// <summary>The nearest node; its number is that of every picture of the network, for closing roads takes no node away.</summary>
    public int Nearest(GeoPoint place, TravelMode mode, out double metres)
        => (mode == TravelMode.Drive ? _roads : _ways).Value.Nearest(place, out metres);

    private static RoadGraph Walked(RoadGraph roads)
    {
        var arcs = new List<RoadArc>(roads.ArcCount);
        for (var node = 0; node < roads.NodeCount; node++)
        {
            for (var arc = roads.FirstArc.Span[node]; arc < roads.FirstArc.Span[node + 1]; arc++)
            {
                var head = roads.Head.Span[arc];
                if (roads.Class.Span[arc] == RoadClass.Expressway)
                    continue;
                var milliseconds = roads.Nodes.Span[node].MetresTo(roads.Nodes.Span[head]) / WalkMetresPerSecond * 1000;
                arcs.Add(new RoadArc(node, head, milliseconds, RoadClass.Local));
                arcs.Add(new RoadArc(head, node, milliseconds, RoadClass.Local));
            }
        }

        return RoadGraph.Of(roads.Nodes, arcs.ToArray(), roads.PassOnly);
    }
}

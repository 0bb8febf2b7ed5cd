using CityGuard.Cities;
using CityGuard.Cities.Roads;
using CityGuard.Domain.Geography;

namespace CityGuard.Field.Driving;

/// <summary>Plans drives over the city's roads. Holds its planner's scratch memory: one thread.</summary>
internal sealed class Driver(CityModel city)
{
    private readonly NodeLocator _nodes = new(city.Roads);
    private RoadGraph _roads = city.Roads;
    private RoutePlanner _planner = new(city.Roads);

    /// <summary>Plans over the same nodes as they are joined now: who is under way finishes the drive that was begun.</summary>
    public void Follow(RoadGraph roads) => (_roads, _planner) = (roads, new RoutePlanner(roads));

    /// <summary>The quickest way from a standing to a node; null when there is none.</summary>
    public Drive? Plan(Standing from, int to, double pace)
        => _planner.Route(from.Node, to) is { } route ? new Drive(_roads, from, route, pace) : null;

    /// <summary>Standing at the node nearest to a place: where a car would stop for it.</summary>
    public Standing StandingNear(GeoPoint place) => StandingAt(_nodes.Nearest(place));

    public Standing StandingAt(int node) => new(city.Roads.Nodes.Span[node], node, 0);
}

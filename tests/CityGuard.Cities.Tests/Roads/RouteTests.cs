using CityGuard.Cities.Roads;
using CityGuard.Cities.Sample;
using CityGuard.Domain.Geography;
using CsCheck;
using Shouldly;
using Xunit;

namespace CityGuard.Cities.Tests.Roads;

public sealed class RouteTests
{
    private static readonly RoadGraph _roads = SampleCity.Build().Roads;
    private static readonly Gen<int> _node = Gen.Int[0, _roads.NodeCount - 1];

    [Fact]
    public void A_route_takes_the_least_time_and_follows_arcs()
        => Gen.Select(_node, _node).Sample((from, to) =>
        {
            var route = new RoutePlanner(_roads).Route(from, to).ShouldNotBeNull();
            route.TotalMilliseconds.ShouldBe(PlainDijkstra.Times(_roads, from)[to]);
            route.Nodes[0].ShouldBe(from);
            route.Nodes[^1].ShouldBe(to);
            for (var i = 1; i < route.Nodes.Length; i++)
                Arcs(route.Nodes[i - 1]).ShouldContain((route.Nodes[i], route.Milliseconds[i] - route.Milliseconds[i - 1]));
        }, iter: 50, threads: 1);

    [Fact]
    public void Beyond_the_limit_there_is_no_route()
    {
        var planner = new RoutePlanner(_roads);
        var total = planner.Route(0, _roads.NodeCount - 1).ShouldNotBeNull().TotalMilliseconds;
        planner.Route(0, _roads.NodeCount - 1, total - 1).ShouldBeNull();
        planner.Route(0, _roads.NodeCount - 1, total).ShouldNotBeNull().TotalMilliseconds.ShouldBe(total);
        planner.Route(7, 7).ShouldNotBeNull().TotalMilliseconds.ShouldBe(0);
    }

    [Fact]
    public void One_moves_along_it_without_jumps()
    {
        var route = new RoutePlanner(_roads).Route(3, 900).ShouldNotBeNull();
        var last = route.At(_roads, -5);
        last.ShouldBe(_roads.Nodes.Span[3]);
        for (var time = 0; time <= route.TotalMilliseconds + 1000; time += 250)
        {
            var now = route.At(_roads, time);
            now.MetresTo(last).ShouldBeLessThan(50 / 3.6 * 0.26);
            last = now;
        }

        last.ShouldBe(_roads.Nodes.Span[900]);
        for (var i = 0; i < route.Nodes.Length; i++)
            route.At(_roads, route.Milliseconds[i]).MetresTo(_roads.Nodes.Span[route.Nodes[i]]).ShouldBeLessThan(0.01);
    }

    [Fact]
    public void The_nearest_node_is_the_nearest()
    {
        var locator = new NodeLocator(_roads);
        var west = _roads.Nodes.Span[0];
        Gen.Select(Gen.Double[west.Lon - 0.05, west.Lon + 0.12], Gen.Double[west.Lat - 0.05, west.Lat + 0.09]).Sample((lon, lat) =>
        {
            var point = new GeoPoint(lon, lat);
            var least = _roads.Nodes.ToArray().Min(n => n.MetresTo(point));
            var found = locator.Nearest(point, out var metres);
            // Flat against round earth: within a few metres at this distance.
            _roads.Nodes.Span[found].MetresTo(point).ShouldBe(least, tolerance: 1 + (least * 1e-3));
            metres.ShouldBe(least, tolerance: 1 + (least * 2e-3));
        });
    }

    private static IEnumerable<(int Head, int Milliseconds)> Arcs(int node)
    {
        for (var arc = _roads.FirstArc.Span[node]; arc < _roads.FirstArc.Span[node + 1]; arc++)
            yield return (_roads.Head.Span[arc], _roads.Milliseconds.Span[arc]);
    }
}

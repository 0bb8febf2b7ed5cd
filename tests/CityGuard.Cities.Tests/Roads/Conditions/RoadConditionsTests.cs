using CityGuard.Cities.Roads;
using CityGuard.Cities.Roads.Conditions;
using CityGuard.Cities.Sample;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Geography;
using Shouldly;
using Xunit;

namespace CityGuard.Cities.Tests.Roads.Conditions;

public sealed class RoadConditionsTests
{
    private readonly CityModel _city = SampleCity.Build();
    private readonly RoadConditions _conditions;

    public RoadConditionsTests() => _conditions = new RoadConditions(_city);

    [Fact]
    public void As_usual_is_the_very_network_of_the_package() => _conditions.Apply(null, []).ShouldBeSameAs(_city.Roads);

    [Fact]
    public void A_closed_street_is_gone_and_all_else_is_as_it_was()
    {
        var street = _city.Streets[1];
        var closed = _conditions.Apply(null, [new RoadRestriction(street, null, null)]);
        _conditions.Count(new RoadRestriction(street, null, null)).ShouldBe(_city.Roads.ArcCount - closed.ArcCount);
        Arcs(closed).ShouldBe(Arcs(_city.Roads).Where(a => a.Street != 1));
    }

    [Fact]
    public void Within_an_area_only_the_roads_that_touch_it_are_slower()
    {
        var box = Box(0.2, 0.2, 0.5, 0.6);
        var slow = Arcs(_conditions.Apply(null, [new RoadRestriction(null, box, 2)])).ToArray();
        var usual = Arcs(_city.Roads).ToArray();
        slow.Length.ShouldBe(usual.Length);
        var changed = 0;
        foreach (var (before, after) in usual.Zip(slow))
        {
            GeoPoint from = _city.Roads.Nodes.Span[before.From], to = _city.Roads.Nodes.Span[before.To];
            var touches = Inside(from, box) || Inside(to, box);
            after.Milliseconds.ShouldBe(touches ? before.Milliseconds * 2 : before.Milliseconds);
            changed += touches ? 1 : 0;
        }

        changed.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Where_restrictions_meet_the_strictest_holds()
    {
        var box = Box(-0.1, -0.1, 1.1, 1.1);
        var street = _city.Streets[0];
        var both = Arcs(_conditions.Apply(null, [new RoadRestriction(null, box, 2), new RoadRestriction(street, null, 5)])).ToArray();
        foreach (var (before, after) in Arcs(_city.Roads).Zip(both))
            after.Milliseconds.ShouldBe(before.Milliseconds * (before.Street == 0 ? 5 : 2));
        Arcs(_conditions.Apply(null, [new RoadRestriction(street, null, 5), new RoadRestriction(street, box, null)])).ShouldNotContain(a => a.Street == 0);
    }

    [Fact]
    public void Hours_multiply_by_class_and_district()
    {
        var east = _city.Areas.Where(a => a.Kind == AreaKind.District).ElementAt(1).Id.Value;
        var peak = new TravelPeriod("peak", new BilingualName("高峰", "Peak"), [new(0, 60)], new Dictionary<RoadClass, double> { [RoadClass.Arterial] = 2 }, new Dictionary<string, double> { [east] = 1.5 });
        var (factors, usual) = (new HashSet<double>(), Arcs(_city.Roads).ToArray());
        foreach (var (before, after) in usual.Zip(Arcs(_conditions.Apply(peak, []))))
        {
            var district = _city.Locator.TryLocate(_city.Roads.Nodes.Span[before.From], out var cell) && _city.Areas[_city.Cells.Sectors[_city.Cells.Sector[cell]].District].Id.Value == east ? 1.5 : 1;
            var factor = (before.Class == RoadClass.Arterial ? 2 : 1) * district;
            after.Milliseconds.ShouldBe(RoadGraph.Ticks(before.Milliseconds * factor) * RoadGraph.TickMilliseconds);
            factors.Add(factor);
        }

        factors.ShouldBe([1, 1.5, 2, 3], ignoreOrder: true);
    }

    [Fact]
    public void A_table_of_changed_roads_is_that_of_a_plain_search_on_them()
    {
        var roads = _conditions.Apply(null, [new RoadRestriction(null, Box(0.4, 0.1, 0.5, 0.8), null)]);
        var hierarchy = Cities.Roads.Hierarchy.ContractionHierarchy.Build(_city.Roads).Again(roads);
        var table = TravelTableBuilder.Build(roads, _city.Cells, 900, hierarchy: hierarchy);
        var legs = CellLegs.Of(roads, _city.Cells, TravelTableBuilder.DefaultInnerMetresPerSecond);
        var slower = 0;
        for (var origin = 0; origin < _city.Cells.Count; origin += 11)
        {
            var plain = PlainDijkstra.Times(roads, _city.Cells.Node[origin]);
            for (var cell = 0; cell < _city.Cells.Count; cell++)
            {
                var time = table.Time(origin, cell, _city.Cells);
                var wanted = plain[_city.Cells.Node[cell]] is int.MaxValue ? int.MaxValue : legs.Between(origin, cell, plain[_city.Cells.Node[cell]]);
                time.ShouldBe(wanted <= 900_000 ? Travel.FromSeconds(wanted / 1000.0) : Travel.Beyond);
                slower += time > _city.Travel.Time(origin, cell, _city.Cells) ? 1 : 0;
            }
        }

        slower.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void An_isochrone_holds_every_node_in_reach_and_none_that_is_far_from_all()
    {
        var (roads, source) = (_city.Roads, 700);
        var search = new RoadSearch(roads);
        search.Run(source, 120_000);
        var area = Isochrone.Draw(roads, source, 120_000);
        area.IsValid.ShouldBeTrue();
        var reached = Enumerable.Range(0, roads.NodeCount).Where(n => search.TryTime(n, out _)).Select(n => roads.Nodes.Span[n]).ToArray();
        reached.Length.ShouldBeGreaterThan(30);
        foreach (var node in roads.Nodes.ToArray())
        {
            var inside = area.Covers(area.Factory.CreatePoint(new NetTopologySuite.Geometries.Coordinate(node.Lon, node.Lat)));
            if (reached.Contains(node))
                inside.ShouldBeTrue();
            else if (reached.Min(r => r.MetresTo(node)) > 150 + Isochrone.BesideMetres)
                inside.ShouldBeFalse();
        }
    }

    private static IEnumerable<(int From, int To, int Milliseconds, RoadClass Class, int Street)> Arcs(RoadGraph roads)
    {
        for (var node = 0; node < roads.NodeCount; node++)
            for (var arc = roads.FirstArc.Span[node]; arc < roads.FirstArc.Span[node + 1]; arc++)
                yield return (node, roads.Head.Span[arc], roads.Milliseconds.Span[arc], roads.Class.Span[arc], roads.StreetOf(arc));
    }

    private GeoPoint[] Box(double west, double south, double east, double north)
    {
        var (from, to) = (_city.Manifest.Bounds.SouthWest, _city.Manifest.Bounds.NorthEast);
        return [At(west, south), At(east, south), At(east, north), At(west, north)];

        GeoPoint At(double x, double y) => new(from.Lon + (x * (to.Lon - from.Lon)), from.Lat + (y * (to.Lat - from.Lat)));
    }

    private static bool Inside(GeoPoint point, GeoPoint[] box) => point.Lon >= box[0].Lon && point.Lon <= box[2].Lon && point.Lat >= box[0].Lat && point.Lat <= box[2].Lat;
}

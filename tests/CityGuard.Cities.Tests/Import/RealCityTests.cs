using CityGuard.Cities.Import;
using CityGuard.Cities.Package;
using CityGuard.Cities.Roads;
using CityGuard.Cities.Tests.Roads;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Plans;
using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

[assembly: AssemblyFixture(typeof(CityGuard.Cities.Tests.Import.RealCities))]

namespace CityGuard.Cities.Tests.Import;

/// <summary>The two real cities, each imported, saved and loaded once for all tests.</summary>
public sealed class RealCities : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, CityModel> _cities = [];

    public CityModel this[string name]
    {
        get
        {
            lock (_cities)
            {
                if (_cities.TryGetValue(name, out var city))
                    return city;
                CityPackage.Save(JemssImport.Run(SharedData.Require("cities", name), new JemssOptions()), _folder[name]);
                return _cities[name] = CityPackage.Load(_folder[name]);
            }
        }
    }

    public void Dispose()
    {
        foreach (var city in _cities.Values)
            city.Dispose();
        _folder.Dispose();
    }
}

public sealed class RealCityTests(RealCities cities)
{
    [Theory] // counts as ../shared/data says; rings in seconds from the alert, clocks in seconds from the call
    [InlineData("manhattan", 16_811, 24_437, 8, 12, 451.2, 330, 630, 900, 456)]
    [InlineData("auckland", 54_370, 90_638, 14, 16, 280.0, 430, 1200, 1200, 720)]
    public void A_real_city_has_what_its_files_have(
        string name, int nodes, int arcs, int stations, int vehicles, double calls, int high, int low, int outermost, int onScene)
    {
        var city = cities[name];
        city.Roads.NodeCount.ShouldBe(nodes);
        city.Roads.ArcCount.ShouldBe(arcs);
        city.Cells.Sectors.Length.ShouldBe(stations);
        city.Responders.Length.ShouldBe(vehicles);
        city.Responders.ShouldAllBe(r => r.Kind == "ambulance");
        city.Rules.Kinds.ShouldHaveSingleItem().SignInSeconds.ShouldNotBeNull();
        city.Demand.CallsPerDay.ShouldBe(calls, tolerance: 1e-9);
        city.Demand.Mix.ShouldAllBe(m => m.Type == "medical" && m.OnSceneSeconds == onScene);
        city.Rules.Standards.ShouldAllBe(s => s.OutermostSeconds == outermost);
        city.Rules.Standards.Single(s => s.Id == "priority-high").Rings.ShouldHaveSingleItem().Seconds.ShouldBe(high);
        city.Cells.Standard.ShouldAllBe(s => s == "priority-high");
        Clock(IncidentSeverity.Critical).ShouldBe(480);
        Clock(IncidentSeverity.High).ShouldBe(480);
        Clock(IncidentSeverity.Medium).ShouldBe(480);
        city.Rules.Plans.SelectMany(plan => plan.Roles).ShouldAllBe(role => role.Since == ClockStart.Receipt);
        Clock(IncidentSeverity.Low).ShouldBe(low);
        PlanMatcher.Match(city.Rules.Plans, "fraud", IncidentSeverity.Low, null)!.Plan.Desk.ShouldBe("anti-fraud");

        int? Clock(IncidentSeverity severity) => PlanMatcher.Match(city.Rules.Plans, "medical", severity, null)!.Plan.Roles.Single().WithinSeconds;
    }

    [Theory]
    [InlineData("manhattan", "America/New_York")]
    [InlineData("auckland", "Pacific/Auckland")]
    public void It_says_where_it_comes_from(string name, string zone)
    {
        var manifest = cities[name].Manifest;
        manifest.TimeZone.ShouldBe(zone);
        TimeZoneInfo.FindSystemTimeZoneById(zone).ShouldNotBeNull();
        manifest.Sources.Select(s => s.Licence).ShouldContain("Apache-2.0");
        manifest.Sources.Select(s => s.Licence).ShouldContain("ODbL 1.0");
        manifest.Sources.Single(s => s.What == "standards").From.ShouldContain("from the alert");
        CityDescription.Of(manifest).Lines().ShouldContain(l => l.Contains("responders: ambulance", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("manhattan")]
    [InlineData("auckland")]
    public void Every_place_that_matters_is_in_a_cell(string name)
    {
        var city = cities[name];
        foreach (var node in city.Roads.Nodes.ToArray())
            city.Locator.TryLocate(node, out _).ShouldBeTrue();
        foreach (var responder in city.Responders)
        {
            city.Locator.TryLocate(responder.Post, out var cell).ShouldBeTrue();
            city.Cells.Id(cell).ShouldBe(responder.Cell);
        }

        for (var cell = 0; cell < city.Cells.Count; cell++)
        {
            city.Locator.TryLocate(city.Cells.Centres[cell], out var found).ShouldBeTrue();
            found.ShouldBe(cell);
        }
    }

    [Theory]
    [InlineData("manhattan")]
    [InlineData("auckland")]
    public void Demand_is_kept_where_the_files_have_it(string name)
    {
        var city = cities[name];
        var points = JemssFile.ReadPlain(SharedData.Require("cities", name), "demand_points.csv").Rows;
        var inside = new double[city.Cells.Count];
        var outside = 0.0;
        foreach (var point in points)
        {
            if (city.Locator.TryLocate(new GeoPoint(point.Number("lon"), point.Number("lat")), out var cell))
                inside[cell] += point.Number("weight");
            else
                outside += point.Number("weight");
        }

        outside.ShouldBeLessThan(0.01);
        // What lies outside was added to the nearest cell, so shares can only be larger.
        for (var cell = 0; cell < city.Cells.Count; cell++)
            ((double)city.Demand.CellShare[cell]).ShouldBeInRange(inside[cell] - 1e-6, inside[cell] + outside + 1e-6);
        city.Demand.CellShare.Sum(s => (double)s).ShouldBe(1, tolerance: 1e-4);
    }

    [Theory]
    [InlineData("manhattan")]
    [InlineData("auckland")]
    public void Cells_belong_to_the_station_that_reaches_them_first(string name)
    {
        var city = cities[name];
        var nodes = new NodeLocator(city.Roads);
        var stations = JemssService.Read(SharedData.Require("cities", name)).Stations;
        var times = stations.Select(s => PlainDijkstra.Times(city.Roads, nodes.Nearest(s.Place))).ToArray();
        for (var cell = 0; cell < city.Cells.Count; cell++)
        {
            var own = city.Areas[city.Cells.Sectors[city.Cells.Sector[cell]].Area].Name.En;
            var least = times.Min(t => t[city.Cells.Node[cell]]);
            stations.Where((_, i) => times[i][city.Cells.Node[cell]] == least).Select(s => s.Name).ShouldContain(own);
        }
    }

    [Theory]
    [InlineData("manhattan")]
    [InlineData("auckland")]
    public void Its_travel_table_equals_a_plain_search(string name)
    {
        var city = cities[name];
        var limit = city.Rules.Standards[0].OutermostSeconds * 1000;
        var service = JemssService.Read(SharedData.Require("cities", name));
        var legs = CellLegs.Of(city.Roads, city.Cells, service.OffRoadMetresPerSecond);
        for (var origin = 0; origin < city.Cells.Count; origin += city.Cells.Count / 11)
        {
            var plain = PlainDijkstra.Times(city.Roads, city.Cells.Node[origin]);
            for (var cell = 0; cell < city.Cells.Count; cell++)
            {
                var wanted = Math.Max(plain[city.Cells.Node[cell]] + legs.Access[origin] + legs.Access[cell], (legs.Inner[origin] + legs.Inner[cell]) / 2);
                city.Travel.Time(origin, cell, city.Cells).ShouldBe(wanted <= limit ? Travel.FromSeconds(wanted / 1000.0) : Travel.Beyond);
            }
        }
    }

    [Theory]
    [InlineData("manhattan")]
    [InlineData("auckland")]
    public void Those_beyond_the_table_are_timed_as_the_table_would(string name)
    {
        var city = cities[name];
        int[] origins = [.. Enumerable.Range(0, 40).Select(i => i * city.Cells.Count / 40)];
        using var travel = new TravelTo(city);
        for (var cell = 0; cell < city.Cells.Count; cell += city.Cells.Count / 7)
        {
            var (times, whole) = (travel.Nearest(origins, cell, origins.Length, 0), travel.Whole(cell));
            foreach (var origin in origins)
                whole[origin].ShouldBe(times.GetValueOrDefault(origin, Travel.Beyond));
            foreach (var origin in origins)
                if (city.Travel.Time(origin, cell, city.Cells) is var table && table != Travel.Beyond)
                    times[origin].ShouldBe(table);
        }
    }

    [Fact]
    public void Where_only_the_nearest_matter_those_left_out_are_farther_by_the_margin()
    {
        var city = cities["auckland"];
        int[] origins = [.. Enumerable.Range(0, 40).Select(i => i * city.Cells.Count / 40)];
        using var travel = new TravelTo(city);
        var leftOut = 0;
        for (var cell = 0; cell < city.Cells.Count; cell += city.Cells.Count / 7)
        {
            var all = travel.Nearest(origins, cell, origins.Length, 0);
            var some = travel.Nearest(origins, cell, 2, margin: 300);
            some.ShouldAllBe(time => all[time.Key] == time.Value);
            var second = some.Values.Order().ElementAt(1);
            foreach (var (_, time) in all.Where(time => !some.ContainsKey(time.Key)))
                ((int)time).ShouldBeGreaterThan(second + 300);
            leftOut += all.Count - some.Count;
        }

        leftOut.ShouldBeGreaterThan(0); // else the search went on to the end each time
    }

    [Fact]
    public void Squares_of_a_chosen_size_do_as_well_and_the_same_options_give_the_same_hash()
    {
        using var folder = new TemporaryFolder();
        var options = new JemssOptions { Shape = CellShape.Square, CellMetres = 800 };
        var input = SharedData.Require("cities", "manhattan");
        var first = CityPackage.Save(JemssImport.Run(input, options), folder["a"]);
        CityPackage.Save(JemssImport.Run(input, options), folder["b"]).Hash.ShouldBe(first.Hash);
        using var city = CityPackage.Load(folder["a"]);
        Outline.SquareMetres(city.Cells.Outlines[0].AsSpan()).ShouldBe(640_000, tolerance: 3200);
        city.Cells.Outlines.ShouldAllBe(o => o.Length == 5);
    }
}

using CityGuard.Cities.Roads;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Readiness;
using CsCheck;
using Shouldly;
using Xunit;

namespace CityGuard.Cities.Tests.Generate;

public sealed class GuangzhouShapeTests(FullGuangzhou full, ITestOutputHelper output)
{
    /// <summary>Published areas in km2, from the table of districts.</summary>
    private static readonly Dictionary<string, double> Published = new()
    {
        ["Liwan"] = 59.1, ["Yuexiu"] = 33.8, ["Haizhu"] = 90.4, ["Tianhe"] = 137.38, ["Baiyun"] = 795.79, ["Huangpu"] = 484.17,
        ["Panyu"] = 529.94, ["Huadu"] = 970.04, ["Nansha"] = 783.86, ["Conghua"] = 1974.5, ["Zengcheng"] = 1616.47,
    };

    private CityModel City => full.City;

    [Fact]
    public void Districts_have_about_their_published_area()
    {
        foreach (var district in City.Features.Where(f => f.Kind == MapFeatureKind.District))
            (Outline.SquareMetres(district.Line.AsSpan()) / 1e6 / Published[district.Name.En]).ShouldBeInRange(0.84, 1.16, district.Name.En);
    }

    [Fact]
    public void Cells_tile_their_district_without_gap_or_overlap()
    {
        foreach (var district in City.Features.Where(f => f.Kind == MapFeatureKind.District))
        {
            var cells = Enumerable.Range(0, City.Cells.Count).Where(c => City.Areas[City.Cells.Sectors[City.Cells.Sector[c]].District].Name == district.Name);
            (cells.Sum(c => SquareDegrees(City.Cells.Outlines[c])) / SquareDegrees(district.Line)).ShouldBe(1, 0.0001, district.Name.En);
        }
    }

    [Fact]
    public void A_point_in_a_district_is_found_in_one_of_its_cells()
    {
        var districts = City.Features.Where(f => f.Kind == MapFeatureKind.District).ToArray();
        var (from, until) = (City.Manifest.Bounds.SouthWest, City.Manifest.Bounds.NorthEast);
        int inside = 0, found = 0;
        Gen.Select(Gen.Double[from.Lon, until.Lon], Gen.Double[from.Lat, until.Lat]).Sample(
            (lon, lat) =>
            {
                if (districts.FirstOrDefault(d => Outline.Contains(d.Line.AsSpan(), new GeoPoint(lon, lat))) is not { } district)
                    return;
                inside++;
                if (Cell(new GeoPoint(lon, lat)) is >= 0 and var cell && City.Areas[City.Cells.Sectors[City.Cells.Sector[cell]].District].Name == district.Name)
                    found++;
            },
            iter: 20_000,
            threads: 1);
        inside.ShouldBeGreaterThan(5_000);
        ((double)found / inside).ShouldBeGreaterThan(0.9995); // borders are rounded to a decimetre
    }

    [Fact]
    public void Every_centre_target_and_post_is_found_in_its_own_cell()
    {
        for (var cell = 0; cell < City.Cells.Count; cell++)
            Cell(City.Cells.Centres[cell]).ShouldBe(cell);
        foreach (var target in City.Targets)
            City.Cells.Ids[Cell(target.Place)].ShouldBe(target.Cell);
        foreach (var responder in City.Responders)
            City.Cells.Ids[Cell(responder.Post)].ShouldBe(responder.Cell);
    }

    [Fact]
    public void Cells_are_small_downtown_and_large_in_the_hills()
    {
        double Median(string district) => Enumerable.Range(0, City.Cells.Count)
            .Where(c => City.Areas[City.Cells.Sectors[City.Cells.Sector[c]].District].Name.En == district)
            .Select(c => Outline.SquareMetres(City.Cells.Outlines[c].AsSpan())).Order().ElementAt(200);
        Median("Yuexiu").ShouldBeLessThan(60_000);
        Median("Conghua").ShouldBeGreaterThan(Median("Yuexiu") * 2);
    }

    [Fact]
    public void The_road_network_has_the_size_of_a_city_and_every_node_reaches_every_other()
    {
        City.Roads.NodeCount.ShouldBeInRange(120_000, 180_000);
        var seen = new bool[City.Roads.NodeCount];
        var stack = new Stack<int>([0]);
        seen[0] = true;
        while (stack.TryPop(out var node))
            for (var arc = City.Roads.FirstArc.Span[node]; arc < City.Roads.FirstArc.Span[node + 1]; arc++)
                if (!seen[City.Roads.Head.Span[arc]])
                {
                    seen[City.Roads.Head.Span[arc]] = true;
                    stack.Push(City.Roads.Head.Span[arc]);
                }

        seen.ShouldAllBe(s => s); // every road runs both ways, so reached from one is reached from all
        City.Roads.Class.ToArray().Distinct().Count().ShouldBe(Enum.GetValues<RoadClass>().Length);
    }

    [Fact]
    public void Rivers_are_crossed_only_by_the_named_few()
        => City.Features.Count(f => f.Kind == MapFeatureKind.Crossing).ShouldBeInRange(75, 90);

    [Fact]
    public void Fifteen_minutes_downtown_reach_a_few_dozen_sectors_and_the_table_stays_small()
    {
        var reach = Enumerable.Range(0, City.Cells.Count).Select(c => City.Travel.Sectors(c).Length).ToArray();
        var megabytes = Enumerable.Range(0, City.Cells.Count).Sum(c => City.Travel.Sectors(c).ToArray().Sum(s => (double)City.Cells.Sectors[s].Count)) * 2 / 1e6;
        var downtown = reach.Where((_, c) => City.Areas[City.Cells.Sectors[City.Cells.Sector[c]].District].Name.En is "Yuexiu" or "Liwan").Average();
        output.WriteLine($"sectors within 15 min: mean {reach.Average():F1}, downtown {downtown:F1}, most {reach.Max()}; table {megabytes:F0} MB");
        downtown.ShouldBeInRange(20, 45);
        megabytes.ShouldBeLessThan(300);
    }

    [Fact]
    public void A_gravest_place_has_a_patrol_posted_within_its_minute()
    {
        var rule = StandardCompiler.Compile(City.Rules.Standards.Single(s => s.Id == "circle-1"), [.. City.Rules.Kinds.Select(k => k.Id)]);
        var patrols = City.Responders.Where(r => r.Kind == "patrolGroup").Select(r => (Cell: Cell(r.Post), Turnout: r.TurnoutSeconds * 10)).ToArray();
        var grave = City.Targets.Where(t => t.Standard == "circle-1").Select(t => Cell(t.Place)).ToArray();
        var near = grave.Count(t => patrols.Any(p => City.Travel.Time(p.Cell, t, City.Cells) is var time && time != Travel.Beyond && time + p.Turnout <= rule.Rings.Span[0].Deciseconds));
        ((double)near / grave.Length).ShouldBeGreaterThan(0.95);
    }

    /// <summary>In the plane of degrees, where parts add to their whole exactly.</summary>
    private static double SquareDegrees(IReadOnlyList<GeoPoint> ring)
        => Math.Abs(Enumerable.Range(0, ring.Count - 1).Sum(i => ((ring[i].Lon - ring[0].Lon) * (ring[i + 1].Lat - ring[0].Lat)) - ((ring[i + 1].Lon - ring[0].Lon) * (ring[i].Lat - ring[0].Lat)))) / 2;

    private int Cell(GeoPoint point) => City.Locator.TryLocate(point, out var cell) ? cell : -1;
}

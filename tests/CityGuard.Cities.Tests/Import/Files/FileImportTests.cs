using System.Text.Json.Nodes;
using CityGuard.Cities.Import.Files;
using CityGuard.Cities.Package;
using CityGuard.Cities.Roads;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Targets;
using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.Cities.Tests.Import.Files;

public sealed class FileImportTests : IDisposable
{
    private readonly PlainCity _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void A_city_of_plain_files_has_what_they_say()
    {
        var parts = _files.Import().Parts;
        parts.Areas.Count(a => a.Kind == AreaKind.District).ShouldBe(2);
        parts.Areas.Count(a => a.Kind == AreaKind.Sector).ShouldBe(4);
        parts.Areas.Single(a => a.Id.Value == "d-west").Name.ShouldBe(new BilingualName("西区", "West"));
        parts.Areas.Single(a => a.Id.Value == "s-west-2").Parent.ShouldBe(AreaId.Parse("d-west"));
        // 2.1 km by 2.1 km, clipped: the cells are the boundary, but for slivers.
        parts.Cells.Outlines.Sum(o => Outline.SquareMetres(o.AsSpan())).ShouldBe(2100 * 2100, tolerance: 2100 * 2100 * 0.01);
        parts.Cells.Residents.Sum().ShouldBe(40_000, tolerance: 1);

        parts.Responders.Select(r => r.Id.Value).ShouldBe(["p-7", "f-1", "u-A1"]);
        var unit = parts.Responders[2];
        (unit.Premises, unit.TurnoutSeconds, unit.CallSign).ShouldBe((TargetId.Parse("t-school-1"), 10, "U1"));
        parts.Responders[0].Capabilities.ShouldBe(["traffic", "firstAid"]);
        parts.Targets[0].Name.ShouldBe(new BilingualName("第一小学", "School, First"));
        parts.Targets[0].Standard.ShouldBe("circle-1");
        parts.Targets[0].Hours.Spans.Count.ShouldBe(5);
        parts.Targets[1].Hours.IsOpen(0).ShouldBeTrue();
        parts.Demand.CallsPerDay.ShouldBe(50);
        Share(parts, PlainCity.Place(300, 300)).ShouldBe(0.75, tolerance: 1e-6);
        parts.Streets.Length.ShouldBe(22);
        parts.Walk.ShouldNotBeNull().NodeCount.ShouldBeGreaterThan(100);

        var report = parts.Report.ShouldNotBeNull();
        report.UnreachedCells.ShouldBe(0);
        report.Speeds.Single(s => s.Class == RoadClass.Local).MedianKmh.ShouldBe(30 * 0.6 * 1.15, tolerance: 0.3);
        report.Detours.Length.ShouldBe(10);
        report.Assumed.ShouldContain("hours: travel times are the same at all hours");
        report.Files.Single(f => f.Part == "roads").Used.ShouldBe(22);
    }

    [Fact]
    public void It_survives_being_saved()
    {
        using var folder = new TemporaryFolder();
        var draft = _files.Import();
        CityPackage.Save(draft, folder["city"]);
        using var city = CityPackage.Load(folder["city"]);
        city.Streets.ShouldBe(draft.Parts.Streets);
        city.Report.ShouldNotBeNull().Lines().ShouldBe(draft.Parts.Report!.Lines());
        city.Walk.ShouldNotBeNull().Head.ToArray().ShouldBe(draft.Parts.Walk!.Head.ToArray());
        city.Roads.Street.ToArray().ShouldBe(draft.Parts.Roads.Street.ToArray());
    }

    [Fact]
    public void Without_areas_each_station_has_its_sector()
    {
        _files.Json.Remove("areas");
        var parts = _files.Import().Parts;
        parts.Areas.Count(a => a.Kind == AreaKind.Sector).ShouldBe(4);
        parts.Areas.Single(a => a.Kind == AreaKind.Sector && a.Name.En == "Three").Parent.ShouldBe(AreaId.Parse("d-plain"));
        Sector(parts, PlainCity.Place(1700, 300)).Name.En.ShouldBe("Three");
    }

    [Fact]
    public void Without_responders_and_demand_they_are_assumed_and_said_to_be()
    {
        _files.Json.Remove("responders");
        _files.Json.Remove("demand");
        _files.Json.Remove("residents");
        var draft = _files.Import();
        draft.Parts.Responders.CountBy(r => r.Kind).ShouldBe([new("patrolGroup", 12), new("stationForce", 4)]);
        draft.Manifest.Synthetic.ShouldBe(["posts", "demand", "cells"], ignoreOrder: true);
        draft.Parts.Report!.Assumed.ShouldContain(a => a.StartsWith("responders:"));
        draft.Parts.Report!.Assumed.ShouldContain(a => a.StartsWith("residents:"));
        draft.Parts.Report!.Assumed.ShouldContain(a => a.StartsWith("calls:"));
    }

    [Fact]
    public void A_city_that_nobody_may_walk_in_is_one_all_the_same()
    {
        _files.Change("roads.geojson", "\"highway\":", "\"foot\":\"no\",\"highway\":");
        var parts = _files.Import().Parts;
        parts.Walk.ShouldBeNull();
        parts.Report!.Assumed.ShouldContain(a => a.StartsWith("ways on foot:"));
    }

    [Fact]
    public void Cells_may_be_given()
    {
        _files.Write("cells.geojson", PlainCity.Features(
        [
            PlainCity.Polygon(0, 0, 1000, 1000, """{"id":"a","residents":100,"setting":"rural"}"""),
            PlainCity.Polygon(1000, 0, 2000, 1000, """{"id":"c-b","residents":50,"standard":"circle-5"}"""),
            PlainCity.Polygon(0, 1000, 1000, 2000, """{"residents":20,"sector":"east-2"}"""),
            PlainCity.Polygon(1000, 1000, 2000, 2000, """{"residents":20}"""),
        ]));
        _files.Json["cells"] = new JsonObject { ["file"] = "cells.geojson" };
        var parts = _files.Import().Parts;
        parts.Cells.Count.ShouldBe(4);
        parts.Cells.Ids.Select(i => i.Value).ShouldBe(["c-a", "c-b", "c-00003", "c-00004"], ignoreOrder: true);
        parts.Cells.Residents.Sum().ShouldBe(190);
        parts.Cells.Standard[parts.Cells.Ids.IndexOf(CellId.Parse("c-b"))].ShouldBe("circle-5");
        parts.Cells.Setting[parts.Cells.Ids.IndexOf(CellId.Parse("c-a"))].ShouldBe(CellSetting.Rural);
        Sector(parts, PlainCity.Place(500, 1500)).Id.Value.ShouldBe("s-east-2");
    }

    [Theory]
    [InlineData("GCJ02")]
    [InlineData("BD09")]
    public void Places_in_a_shifted_system_come_back_to_where_they_are(string crs)
    {
        var (place, shifted) = (PlainCity.Place(500, 500), crs == "GCJ02" ? ChinaDatum.Gcj02FromWgs84(PlainCity.Place(500, 500)) : ChinaDatum.Bd09FromWgs84(PlainCity.Place(500, 500)));
        if (crs == "GCJ02")
            place.MetresTo(shifted).ShouldBeInRange(500, 700);
        _files.Write("responders.csv", FormattableString.Invariant($"kind,lon,lat\npatrolGroup,{shifted.Lon:R},{shifted.Lat:R}\n"));
        _files.Json["responders"]!["crs"] = crs;
        _files.Import().Parts.Responders[0].Post.MetresTo(place).ShouldBeLessThan(0.1);
    }

    [Fact]
    public void Responders_may_be_points_of_geojson_in_a_declared_encoding_or_with_semicolons()
    {
        _files.Write("r.geojson", PlainCity.Features([$$$"""{"type":"Feature","properties":{"kind":"patrolGroup","callSign":"巡一"},"geometry":{"type":"Point","coordinates":[{{{PlainCity.Lon(500)}}},{{{PlainCity.Lat(500)}}}]}}"""]));
        _files.Json["responders"] = new JsonObject { ["file"] = "r.geojson" };
        _files.Import().Parts.Responders.ShouldHaveSingleItem().CallSign.ShouldBe("巡一");

        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        _files.Write("r.csv", System.Text.Encoding.GetEncoding("GBK").GetBytes($"kind;lon;lat;callSign\r\npatrolGroup;{PlainCity.Lon(500)};{PlainCity.Lat(500)};巡二\r\n"));
        _files.Json["responders"] = new JsonObject { ["file"] = "r.csv", ["encoding"] = "GBK", ["separator"] = ";" };
        _files.Import().Parts.Responders.ShouldHaveSingleItem().CallSign.ShouldBe("巡二");

        _files.Write("r.csv", [0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF8.GetBytes($"kind,lon,lat,callSign\npatrolGroup,{PlainCity.Lon(500)},{PlainCity.Lat(500)},巡三\n")]);
        _files.Json["responders"] = new JsonObject { ["file"] = "r.csv" };
        _files.Import().Parts.Responders.ShouldHaveSingleItem().CallSign.ShouldBe("巡三");
    }

    [Fact]
    public void Past_incidents_give_rate_types_and_places()
    {
        var rows = Enumerable.Range(0, 100).Select(i => $"{PlainCity.Lon(i < 80 ? 300 : 1700)},{PlainCity.Lat(300)},2026-03-{1 + (i / 10):00}T12:00:00,{(i % 2 == 0 ? "theft" : "")},high");
        _files.Write("calls.csv", "lon,lat,at,type,severity\n" + string.Join("\n", rows) + $"\n{PlainCity.Lon(9000)},{PlainCity.Lat(300)},2026-03-05T12:00:00,theft,high\n");
        _files.Json["demand"] = new JsonObject { ["kind"] = "incidents", ["table"] = new JsonObject { ["file"] = "calls.csv" } };
        var parts = _files.Import().Parts;
        parts.Demand.CallsPerDay.ShouldBe(100 / 9.0, tolerance: 1e-6);
        Share(parts, PlainCity.Place(300, 300)).ShouldBe(0.8, tolerance: 1e-6);
        parts.Demand.Mix.Select(m => (m.Type, m.Share)).ShouldBe([("other", 0.5), ("theft", 0.5)], ignoreOrder: true);
        parts.Report!.Ignored.ShouldContain(i => i.StartsWith("calls.csv: 1.0 %"));
    }

    [Fact]
    public void Areas_with_a_weight_spread_it_over_their_cells()
    {
        _files.Write("weights.geojson", PlainCity.Features([PlainCity.Polygon(-50, -50, 1000, 2050, """{"weight":9}"""), PlainCity.Polygon(1000, -50, 2050, 2050, """{"weight":1}""")]));
        _files.Json["demand"] = new JsonObject { ["kind"] = "areas", ["callsPerDay"] = 10, ["table"] = new JsonObject { ["file"] = "weights.geojson" } };
        var parts = _files.Import().Parts;
        Enumerable.Range(0, parts.Cells.Count).Where(c => parts.Cells.Centres[c].Lon < PlainCity.Place(1000, 0).Lon).Sum(c => parts.Demand.CellShare[c]).ShouldBe(0.9f, tolerance: 1e-3f);
    }

    [Fact]
    public void Roads_may_be_the_nodes_and_arcs_of_a_model()
    {
        var folder = SharedData.Require("cities", "manhattan");
        var city = new CityFile { Id = "manhattan", TimeZone = "America/New_York", Roads = new RoadsFile { File = folder }, StationList = [new StationEntry(-73.98, 40.76)], Residents = 1_600_000, Cells = new CellsFile { Metres = 400 } };
        var parts = FileImport.Run(city, ".").Parts;
        parts.Roads.NodeCount.ShouldBe(16_811);
        parts.Roads.ArcCount.ShouldBe(24_437);
        parts.Walk.ShouldBeNull();
        parts.Report!.Assumed.ShouldContain(a => a.StartsWith("roads:"));
        parts.Report.Assumed.ShouldContain(a => a.StartsWith("cells:"));
    }

    [Fact]
    public void Hours_become_periods()
    {
        _files.Json["hours"] = JsonNode.Parse("""[{"name":"peak","when":"Mo-Fr 07:00-09:00","roads":{"arterial":2,"local":1.5},"districts":{"east":1.2}},{"name":"night","when":"22:00-05:00","roads":{"arterial":0.8}}]""");
        var periods = _files.Import().Parts.Rules.Periods;
        periods.Count.ShouldBe(2);
        periods[0].Roads[RoadClass.Arterial].ShouldBe(2);
        periods[0].Districts["d-east"].ShouldBe(1.2);
        periods[0].IsNow((2 * 1440) + (8 * 60)).ShouldBeTrue();
        periods[0].IsNow((6 * 1440) + (8 * 60)).ShouldBeFalse();
        periods[1].IsNow(30).ShouldBeTrue();
    }

    private static double Share(CityParts parts, GeoPoint place)
        => new CellLocator(parts.Cells).TryLocate(place, out var cell) ? parts.Demand.CellShare[cell] : throw new ArgumentException("outside");

    private static Area Sector(CityParts parts, GeoPoint place)
        => new CellLocator(parts.Cells).TryLocate(place, out var cell) ? parts.Areas[parts.Cells.Sectors[parts.Cells.Sector[cell]].Area] : throw new ArgumentException("outside");
}

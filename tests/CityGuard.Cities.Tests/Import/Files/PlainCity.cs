using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CityGuard.Cities.Import.Files;
using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Tests.Import.Files;

/// <summary>A small whole city as its user would write it: 2 km by 2 km of streets each 200 m, two districts, four sectors, in plain files.</summary>
internal sealed class PlainCity : IDisposable
{
    private const int Streets = 11;
    private const double Block = 200;
    private static readonly double _north = 1 / Outline.MetresPerDegree, _east = _north / Math.Cos(double.DegreesToRadians(23.1));

    private readonly TemporaryFolder _folder = new();

    public PlainCity()
    {
        Json = new JsonObject
        {
            ["id"] = "plain",
            ["name"] = new JsonObject { ["zh"] = "平城", ["en"] = "Plain City" },
            ["timeZone"] = "Asia/Shanghai",
            ["country"] = "CN",
            ["roads"] = new JsonObject { ["file"] = "roads.geojson" },
            ["boundary"] = "boundary.geojson",
            ["areas"] = "areas.geojson",
            ["cells"] = new JsonObject { ["shape"] = "squares", ["metres"] = 200 },
            ["stations"] = new JsonObject { ["file"] = "stations.csv" },
            ["responders"] = new JsonObject { ["file"] = "responders.csv" },
            ["targets"] = new JsonObject { ["file"] = "targets.csv" },
            ["demand"] = new JsonObject { ["kind"] = "points", ["callsPerDay"] = 50, ["table"] = new JsonObject { ["file"] = "demand.csv" } },
            ["residents"] = 40_000,
        };
        Write("roads.geojson", Features(Enumerable.Range(0, Streets).SelectMany(i => (string[])[Street(i, true), Street(i, false)])));
        Write("boundary.geojson", Features([Polygon(-50, -50, 2050, 2050, "{}")]));
        Write("areas.geojson", Features(
        [
            Polygon(-60, -60, 1000, 2060, """{"kind":"district","id":"west","name":"West","nameZh":"西区"}"""),
            Polygon(1000, -60, 2060, 2060, """{"kind":"district","id":"east","name":"East","nameZh":"东区"}"""),
            Polygon(-60, -60, 1000, 1000, """{"kind":"sector","id":"west-1","name":"West 1"}"""),
            Polygon(-60, 1000, 1000, 2060, """{"kind":"sector","id":"west-2","name":"West 2"}"""),
            Polygon(1000, -60, 2060, 1000, """{"kind":"sector","id":"east-1","name":"East 1","parent":"east"}"""),
            Polygon(1000, 1000, 2060, 2060, """{"kind":"sector","id":"east-2","name":"East 2","parent":"d-east"}"""),
        ]));
        Write("stations.csv", $"name,lon,lat\nOne,{Lon(410)},{Lat(410)}\nTwo,{Lon(410)},{Lat(1610)}\nThree,{Lon(1610)},{Lat(410)}\nFour,{Lon(1610)},{Lat(1610)}\n");
        Write("targets.csv", $"id,name,nameZh,trade,grade,lon,lat,hours\nschool-1,\"School, First\",第一小学,school,1,{Lon(300)},{Lat(300)},Mo-Fr 07:00-18:00\n2,Mall,商场,mall,3,{Lon(1700)},{Lat(900)},\n");
        Write("responders.csv", $"id,kind,class,callSign,lon,lat,capabilities,turnoutSeconds,target\n7,patrolGroup,C,C7,{Lon(500)},{Lat(500)},traffic|firstAid,15,\nf-1,stationForce,,S1,{Lon(1500)},{Lat(1500)},,60,\nA1,emergencyUnit,A,U1,{Lon(300)},{Lat(300)},,10,school-1\n");
        Write("demand.csv", $"lon,lat,weight\n{Lon(300)},{Lat(300)},3\n{Lon(1700)},{Lat(1700)},1\n");
    }

    public JsonObject Json { get; }

    public string Path => _folder["city.json"];

    public static string Lon(double metresEast) => (113.3 + (metresEast * _east)).ToString("R", CultureInfo.InvariantCulture);

    public static string Lat(double metresNorth) => (23.1 + (metresNorth * _north)).ToString("R", CultureInfo.InvariantCulture);

    public static GeoPoint Place(double east, double north) => new(113.3 + (east * _east), 23.1 + (north * _north));

    public void Write(string name, string text) => File.WriteAllText(_folder[name], text);

    public void Write(string name, byte[] bytes) => File.WriteAllBytes(_folder[name], bytes);

    public string Read(string name) => File.ReadAllText(_folder[name]);

    public void Change(string name, string from, string to) => Write(name, Read(name).Replace(from, to, StringComparison.Ordinal));

    public CityDraft Import()
    {
        File.WriteAllText(Path, Json.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
        return FileImport.Run(FileImport.ReadCityFile(Path), _folder.Root);
    }

    public static string Features(IEnumerable<string> features) => $$"""{"type":"FeatureCollection","features":[{{string.Join(",\n", features)}}]}""";

    public static string Polygon(double west, double south, double east, double north, string properties)
        => Ring([(west, south), (east, south), (east, north), (west, north), (west, south)], properties);

    public static string Ring(IEnumerable<(double East, double North)> corners, string properties)
        => $$$"""{"type":"Feature","properties":{{{properties}}},"geometry":{"type":"Polygon","coordinates":[[{{{string.Join(",", corners.Select(c => $"[{Lon(c.East)},{Lat(c.North)}]"))}}}]]}}""";

    public void Dispose() => _folder.Dispose();

    private static string Street(int i, bool along)
    {
        var points = new StringBuilder();
        for (var j = 0; j < Streets; j++)
            points.Append(j == 0 ? "" : ",").Append(along ? $"[{Lon(j * Block)},{Lat(i * Block)}]" : $"[{Lon(i * Block)},{Lat(j * Block)}]");
        var kind = i % 5 == 0 ? "primary" : "residential";
        return $$$"""{"type":"Feature","properties":{"highway":"{{{kind}}}","name":"{{{(along ? "Row" : "Column")}}} {{{i}}}"},"geometry":{"type":"LineString","coordinates":[{{{points}}}]}}""";
    }
}

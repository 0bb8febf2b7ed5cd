using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using CityGuard.Cities.Import;
using CityGuard.Cities.Import.Files;
using Shouldly;
using Xunit;

namespace CityGuard.Cities.Tests.Import.Files;

/// <summary>Each bad input is refused with the file, where there is one the line and the field, and a reason one can act on.</summary>
public sealed class BadFilesTests : IDisposable
{
    private readonly PlainCity _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void A_polygon_that_crosses_itself()
    {
        _files.Write("boundary.geojson", PlainCity.Features([PlainCity.Ring([(0, 0), (2000, 2000), (2000, 0), (0, 2000), (0, 0)], "{}")]));
        Refused("boundary.geojson", 1, "geometry", "not whole", "Self-intersection");
    }

    [Fact]
    public void Ids_that_occur_twice_name_both_lines()
    {
        _files.Change("targets.csv", "\n2,Mall", "\nschool-1,Mall");
        Refused("targets.csv", 3, "id", "school-1", "line 2");
    }

    [Fact]
    public void Cells_outside_the_boundary()
    {
        _files.Write("cells.geojson", PlainCity.Features([PlainCity.Polygon(0, 0, 1000, 1000, "{}"), PlainCity.Polygon(5000, 0, 6000, 1000, "{}")]));
        _files.Json["cells"] = new JsonObject { ["file"] = "cells.geojson" };
        Refused("cells.geojson", 2, "geometry", "outside the boundary");
    }

    [Fact]
    public void A_responder_in_the_sea()
    {
        _files.Change("responders.csv", PlainCity.Lon(1500), PlainCity.Lon(9500));
        Refused("responders.csv", 3, "lon, lat", "outside the city", "km from the nearest cell");
    }

    [Fact]
    public void Coordinates_the_wrong_way_round_are_recognised()
    {
        _files.Change("responders.csv", $"{PlainCity.Lon(500)},{PlainCity.Lat(500)}", $"{PlainCity.Lat(500)},{PlainCity.Lon(500)}");
        Refused("responders.csv", 2, "lat", "no number from -90 to 90");
    }

    [Fact]
    public void Roads_in_two_pieces()
    {
        // Twenty long streets far away that meet nothing of the city.
        var far = Enumerable.Range(0, 20).Select(i => $$$"""{"type":"Feature","properties":{"highway":"residential"},"geometry":{"type":"LineString","coordinates":[[{{{PlainCity.Lon(9000)}}},{{{PlainCity.Lat(0)}}}],[{{{PlainCity.Lon(9000)}}},{{{PlainCity.Lat(500 + i)}}}],[{{{PlainCity.Lon(9000)}}},{{{PlainCity.Lat(3000 + i)}}}]]}}""");
        _files.Write("roads.geojson", _files.Read("roads.geojson").Replace("]}}]}", "]}}," + string.Join(",", far) + "]}", StringComparison.Ordinal));
        Refused("roads.geojson", 0, "", "parts", "leastShare");
    }

    [Fact]
    public void Semicolons_that_nobody_mentioned()
    {
        _files.Write("responders.csv", _files.Read("responders.csv").Replace(',', ';'));
        Refused("responders.csv", 1, "", "separated by ';'", "\"separator\": \";\"");
    }

    [Fact]
    public void GBK_that_nobody_mentioned()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        _files.Write("targets.csv", Encoding.GetEncoding("GBK").GetBytes(_files.Read("targets.csv")));
        Refused("targets.csv", 0, "", "not UTF-8", "GB18030");
    }

    [Fact]
    public void UTF_16()
    {
        _files.Write("targets.csv", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(_files.Read("targets.csv"))]);
        Refused("targets.csv", 0, "", "UTF-16");
    }

    [Fact]
    public void The_wrong_packing()
    {
        _files.Write("demand.csv.gz", Encoding.UTF8.GetBytes(_files.Read("demand.csv")));
        _files.Json["demand"]!["table"]!["file"] = "demand.csv.gz";
        Refused("demand.csv.gz", 0, "", "not packed with gzip");
        _files.Write("demand.csv", Packed(Encoding.UTF8.GetBytes("lon,lat,weight\n")));
        _files.Json["demand"]!["table"]!["file"] = "demand.csv";
        Refused("demand.csv", 0, "", "name it .gz");
    }

    [Fact]
    public void A_bomb()
    {
        _files.Write("demand.csv.gz", Packed(new byte[100 << 20]));
        _files.Json["demand"]!["table"]!["file"] = "demand.csv.gz";
        Refused("demand.csv.gz", 0, "", "swells");
    }

    [Theory]
    [InlineData("kind", "patrolGroup", "policeman", "none of")]
    [InlineData("capabilities", "traffic|firstAid", "flying", "none of")]
    [InlineData("turnoutSeconds", ",15,", ",soon,", "no number")]
    [InlineData("turnoutSeconds", ",15,", ",-4,", "no number from 0")]
    [InlineData("turnoutSeconds", ",15,", ",1.5,", "no whole number")]
    public void A_field_that_cannot_be(string field, string from, string to, string why)
    {
        _files.Change("responders.csv", from, to);
        Refused("responders.csv", 2, field, why);
    }

    [Fact]
    public void A_quotation_mark_out_of_place_and_too_many_columns()
    {
        _files.Change("targets.csv", "\"School, First\"", "School, First");
        Refused("targets.csv", 2, "", "columns");
    }

    [Fact]
    public void A_missing_column_names_those_there_are()
    {
        _files.Change("responders.csv", "kind,class", "sort,class");
        Refused("responders.csv", 1, "kind", "missing", "sort");
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        _files.Change("responders.csv", "patrolGroup", "policeman");
        _files.Change("targets.csv", ",1,", ",9,");
        _files.Change("targets.csv", "Mo-Fr 07:00-18:00", "at school");
        _files.Change("demand.csv", ",3\n", ",many\n");
        var problems = Should.Throw<CityFilesException>(_files.Import).Problems;
        problems.Select(p => (p.File, p.Line, p.Field)).ShouldBe(
            [("demand.csv", 2, "weight"), ("targets.csv", 2, "grade"), ("targets.csv", 2, "hours"), ("responders.csv", 2, "kind"), ("responders.csv", 4, "target")], ignoreOrder: true);
    }

    [Theory]
    [InlineData("timeZone", "\"Mars\"", "no time zone")]
    [InlineData("id", "\"Neu Stadt\"", "key of a city")]
    [InlineData("crs", "\"EPSG:3857\"", "none of")]
    [InlineData("residents", "-5", "from 1")]
    [InlineData("rules", "\"no.json\"", "missing")]
    [InlineData("boundary", "\"stations.csv\"", "no GeoJSON")]
    public void A_city_json_that_asks_for_what_cannot_be(string field, string value, string why)
    {
        _files.Json[field] = JsonNode.Parse(value);
        Should.Throw<CityFilesException>(_files.Import).Message.ShouldContain(why);
    }

    [Theory]
    [InlineData("{", "city.json, line")]
    [InlineData("{\"id\":\"x\",\"timeZone\":\"UTC\",\"roads\":{\"file\":\"r\"},\"nonsense\":1}", "nonsense")]
    [InlineData("{\"id\":\"x\"}", "timeZone")]
    [InlineData("null", "null")]
    public void A_city_json_that_is_not_understood(string text, string why)
    {
        _files.Write("city.json", text);
        Should.Throw<CityInputException>(() => FileImport.ReadCityFile(_files.Path)).Message.ShouldContain(why);
    }

    [Fact]
    public void What_is_no_text_at_all()
    {
        _files.Write("demand.csv", new byte[5000]);
        Refused("demand.csv", 0, "", "no text");
    }

    /// <summary>Whatever byte of whichever file is wrong: a city, or a list of problems; never another fault.</summary>
    [Fact]
    public void Files_damaged_at_random_are_refused_or_read()
    {
        const int Seed = 7;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {Seed}");
        var chance = new Random(Seed);
        string[] names = ["roads.geojson", "boundary.geojson", "areas.geojson", "stations.csv", "responders.csv", "targets.csv", "demand.csv"];
        var refused = 0;
        const int Rounds = 150;
        for (var round = 0; round < Rounds; round++)
        {
            var name = names[round % names.Length];
            var whole = Encoding.UTF8.GetBytes(_files.Read(name));
            var bytes = (byte[])whole.Clone();
            for (var i = chance.Next(1, 5); i > 0; i--)
                bytes[chance.Next(bytes.Length)] = (byte)chance.Next(256);
            _files.Write(name, chance.Next(4) == 0 ? bytes[..chance.Next(bytes.Length)] : bytes);
            try
            {
                Cities.Package.CityPackage.Check(_files.Import());
            }
            catch (CityFilesException error)
            {
                error.Problems.ShouldNotBeEmpty();
                refused++;
            }
            finally
            {
                _files.Write(name, whole);
            }
        }

        refused.ShouldBeGreaterThan(Rounds / 3);
    }

    [Fact]
    public void A_missing_file_is_named_with_the_folder()
    {
        _files.Json["targets"] = new JsonObject { ["file"] = "places.csv" };
        Refused("places.csv", 0, "", "missing");
    }

    private void Refused(string file, int line, string field, params string[] words)
    {
        var problem = Should.Throw<CityFilesException>(_files.Import).Problems[0];
        (problem.File, problem.Line, problem.Field).ShouldBe((file, line, field), problem.ToString());
        foreach (var word in words)
            problem.Problem.ShouldContain(word);
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.SmallestSize))
            zip.Write(bytes);
        return packed.ToArray();
    }
}

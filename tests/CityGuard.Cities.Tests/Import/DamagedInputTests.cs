using System.IO.Compression;
using CityGuard.Cities.Import;
using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.Cities.Tests.Import;

/// <summary>Damaged copies of a real city: each is refused with the file, and where there is one the line and the field.</summary>
public sealed class DamagedInputTests : IDisposable
{
    private static readonly string[] _needed =
    [
        "nodes.csv.gz", "arcs.csv.gz", "demand_points.csv.gz", "stations_1.csv", "ambulances_1.csv", "demand_1.csv", "demand_coverage_1.csv", "priorities_1.csv", "travel_1.csv", "gen_config.xml",
    ];

    private readonly TemporaryFolder _folder;

    public DamagedInputTests()
    {
        var files = Directory.GetFiles(SharedData.Require("cities", "manhattan")); // skips before there is anything to clean up
        _folder = new TemporaryFolder();
        foreach (var file in files)
            File.WriteAllBytes(_folder[Path.GetFileName(file)], File.ReadAllBytes(file)); // a copy would stay read-only
    }

    public static TheoryData<string> Needed => [.. _needed];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_missing_folder_is_named()
        => Should.Throw<CityInputException>(() => JemssImport.Run("/no/such/folder", new JemssOptions())).Message.ShouldContain("/no/such/folder");

    [Theory]
    [MemberData(nameof(Needed))]
    public void A_missing_file_is_named(string file)
    {
        File.Delete(_folder[file]);
        Complaint().File.ShouldBe(file.Replace(".gz", "", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Needed))]
    public void An_empty_file_is_named(string file)
    {
        File.WriteAllBytes(_folder[file], []);
        Complaint().File.ShouldBe(file);
    }

    [Theory]
    [InlineData("nodes.csv.gz")]
    [InlineData("arcs.csv.gz")]
    [InlineData("demand_points.csv.gz")]
    public void A_packed_file_cut_short_is_named(string file)
    {
        using (var stream = File.OpenWrite(_folder[file]))
            stream.SetLength(stream.Length * 2 / 3);
        Complaint().File.ShouldBe(file);
    }

    [Theory] // file, what to replace, with what, line, field
    [InlineData("stations_1.csv", "-74.004678", "west", 4, "x")]
    [InlineData("stations_1.csv", "40.74781", "NaN", 4, "y")]
    [InlineData("stations_1.csv", "40.74781", "140.7", 4, "y")]
    [InlineData("stations_1.csv", "index,x,y", "index,x,why", 2, "y")]
    [InlineData("ambulances_1.csv", "6,4,1,", "6,9,1,", 8, "stationIndex")]
    [InlineData("ambulances_1.csv", "6,4,1,", "6,1.5,1,", 8, "stationIndex")]
    [InlineData("ambulances_1.csv", "6,4,1,", "7,4,1,", 8, "index")]
    [InlineData("ambulances_1.csv", "6,4,1,", "6", 8, "stationIndex")]
    [InlineData("demand_1.csv", "189.5", "-1", 7, "arrivalRate")]
    [InlineData("demand_1.csv", "[1; 2; 3]", "[1; 2; 7]", 13, "modeIndices")]
    [InlineData("demand_1.csv", "demandSetsTiming", "demandSetsTimes", 0, null)]
    [InlineData("priorities_1.csv", "1,highPriority", "1,higherPriority", 0, null)]
    [InlineData("priorities_1.csv", "0.007291667", "", 5, "targetResponseTime")]
    [InlineData("demand_coverage_1.csv", "0.005555556", "0.009", 5, "coverTime")]
    [InlineData("travel_1.csv", "1,highPriority,1", "1,highPriority,3", 8, "travelModeIndex")]
    [InlineData("gen_config.xml", "Exponential(7.6/60/24)", "Weibull(7.6)", 20, "onSceneDuration")]
    [InlineData("gen_config.xml", "Exponential(7.6/60/24)", "Exponential(7.6//24)", 20, "onSceneDuration")]
    [InlineData("gen_config.xml", "</sim>", "", 31, null)]
    public void A_wrong_field_is_named_with_its_line(string file, string old, string with, int line, string? field)
    {
        var text = File.ReadAllText(_folder[file]);
        text.ShouldContain(old);
        File.WriteAllText(_folder[file], text.Replace(old, with, StringComparison.Ordinal));
        var complaint = Complaint();
        complaint.File.ShouldBe(file);
        complaint.Line.ShouldBe(line);
        complaint.Field.ShouldBe(field);
    }

    [Theory] // changes one line of the unpacked text
    [InlineData("nodes.csv.gz", 5, "3.0,abc,40.7451721,1.0", "x")]
    [InlineData("nodes.csv.gz", 5, "4.0,-73.9,40.7451721,1.0", "index")]
    [InlineData("arcs.csv.gz", 9, "3.0,5.0,99999.0,4.1e-6,5.5e-6", "toNode")]
    [InlineData("arcs.csv.gz", 9, "3.0,5.0,6.0,-4.1e-6,5.5e-6", "mode_1")]
    [InlineData("arcs.csv.gz", 9, "3.0,5.0,6.0,infinity,5.5e-6", "mode_1")]
    [InlineData("demand_points.csv.gz", 3, "-73.9,40.8,heavy", "weight")]
    public void A_wrong_field_of_a_packed_file_is_named_with_its_line(string file, int line, string with, string field)
    {
        var lines = Unpack(file).Split('\n');
        lines[line - 1] = with;
        Pack(file, string.Join('\n', lines));
        var complaint = Complaint();
        (complaint.File, complaint.Line, complaint.Field).ShouldBe((file, line, field));
    }

    [Fact]
    public void Rows_lost_in_the_middle_are_noticed()
    {
        var lines = Unpack("nodes.csv.gz").Split('\n').ToList();
        lines.RemoveRange(100, 50);
        Pack("nodes.csv.gz", string.Join('\n', lines));
        Complaint().File.ShouldBe("nodes.csv.gz");
    }

    [Fact]
    public void Weights_that_do_not_add_to_one_are_noticed()
    {
        Pack("demand_points.csv.gz", string.Join('\n', Unpack("demand_points.csv.gz").Split('\n').Take(2000)));
        Complaint().Message.ShouldContain("instead of 1");
    }

    [Fact]
    public void A_network_in_two_halves_is_noticed()
    {
        var lines = Unpack("arcs.csv.gz").Split('\n');
        // Every second arc turned into a loop: little is left that one can drive.
        for (var i = 7; i < lines.Length; i += 2)
            if (lines[i].Split(',') is { Length: > 4 } fields)
                lines[i] = string.Join(',', [fields[0], fields[1], fields[1], .. fields[3..]]);
        Pack("arcs.csv.gz", string.Join('\n', lines));
        Complaint().Message.ShouldContain("falls apart");
    }

    [Theory]
    [InlineData(50)]
    [InlineData(double.NaN)]
    [InlineData(100_000)]
    public void A_cell_size_out_of_range_is_refused(double metres)
        => Should.Throw<CityInputException>(() => JemssImport.Run(_folder.Root, new JemssOptions { CityId = "manhattan", CellMetres = metres })).Message.ShouldContain("m wide");

    [Fact]
    public void An_unknown_city_needs_its_time_zone()
        => Should.Throw<CityInputException>(() => JemssImport.Run(_folder.Root, new JemssOptions { CityId = "elsewhere", CellMetres = 2000 })).Message.ShouldContain("time zone");

    private CityInputException Complaint()
    {
        var complaint = Should.Throw<CityInputException>(() => JemssImport.Run(_folder.Root, new JemssOptions { CityId = "manhattan", CellMetres = 2000 }));
        complaint.Message.ShouldNotContain('\n');
        return complaint;
    }

    private string Unpack(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(_folder[file]), CompressionMode.Decompress));
        return reader.ReadToEnd();
    }

    private void Pack(string file, string text)
    {
        using var writer = new StreamWriter(new GZipStream(File.Create(_folder[file]), CompressionMode.Compress));
        writer.Write(text);
    }
}

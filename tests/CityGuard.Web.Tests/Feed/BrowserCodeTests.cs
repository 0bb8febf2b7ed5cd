using System.Diagnostics;
using System.Text.Json;
using CityGuard.Domain.Geography;
using CityGuard.Web.Feed;
using CityGuard.Web.Map;
using CityGuard.Web.Tests.Fakes;
using Shouldly;
using Xunit;

namespace CityGuard.Web.Tests.Feed;

/// <summary>What the server packs, the page's own modules unpack, run by Node.</summary>
public sealed class BrowserCodeTests
{
    private static readonly string Here = AppContext.BaseDirectory;

    [Fact]
    public async Task The_page_reads_frames_and_shapes_as_the_server_wrote_them()
    {
        var folder = Directory.CreateTempSubdirectory("cityguard-reading-").FullName;
        try
        {
            var change = new CityChange(
                42,
                Snapshot: true,
                Samples.Now,
                SilentRelays: 2,
                [new(0, -113_123_456, 23_654_321, 4_000_000_000, 255), new(24_999, 179_999_999, -89_999_999, 1, 3)],
                [new(19_999, 5), new(3, 1), new(7, 0)],
                [new(1, 6)],
                [new(Samples.Id('a').Value, 113.5, 23.25, "火灾", 3, true, 1_700_000_000_123)]);
            (int Tag, GeoPoint[] Points)[] shapes = [(300, [new(113.264385, 23.12911), new(-0.000001, 0), new(-180, -90)]), (0, []), (7, [new(180, 90)])];
            var writer = new ShapeWriter();
            foreach (var (tag, points) in shapes)
                writer.Add(tag, points);

            await File.WriteAllBytesAsync(Path.Combine(folder, "frame.bin"), FrameWriter.Write(change), TestContext.Current.CancellationToken);
            await File.WriteAllBytesAsync(Path.Combine(folder, "shapes.bin"), writer.ToArray(), TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder, "meant.json"), Meant(change, shapes), TestContext.Current.CancellationToken);
            var (code, output) = await RunNode("reading", folder);
            code.ShouldBe(0, output);
            output.ShouldContain("# pass 3");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("transport", 5)]
    [InlineData("responders", 5)]
    [InlineData("page", 6)]
    public async Task The_page_s_own_code_does_what_its_tests_say(string subject, int tests)
    {
        var (code, output) = await RunNode(subject, Here);
        code.ShouldBe(0, output);
        output.ShouldContain($"# pass {tests}");
    }

    private static string Meant(CityChange change, (int Tag, GeoPoint[] Points)[] shapes) => JsonSerializer.Serialize(
        new
        {
            change.Snapshot,
            change.Seq,
            At = change.At.ToUnixTimeMilliseconds(),
            change.SilentRelays,
            change.Positions,
            change.Cells,
            change.Targets,
            change.Incidents,
            Shapes = shapes.Select(s => new { s.Tag, Points = s.Points.Select(p => new[] { p.Lon, p.Lat }) }),
        },
        JsonSerializerOptions.Web);

    private static async Task<(int Code, string Output)> RunNode(string subject, string folder)
    {
        var start = new ProcessStartInfo("node", ["--test", "--test-reporter=tap", Path.Combine(Here, "js", $"{subject}.test.mjs")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["CITYGUARD_READING"] = folder, ["CITYGUARD_PAGE"] = Path.Combine(Here, "page") },
        };
        using var node = Process.Start(start)!;
        var output = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (node.ExitCode, output);
    }
}

using System.Net.Http.Json;
using System.Text.Json;
using CityGuard.EndToEnd.Tests.Page;
using CityGuard.Tests.Shared;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace CityGuard.EndToEnd.Tests.RealCity;

/// <summary>Andorra from its OpenStreetMap extract alone, with one station placed by the user, live in the browser.</summary>
public sealed class AndorraTests(ITestOutputHelper output) : IDisposable
{
    private const float PatienceMs = 180_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4), Glance = TimeSpan.FromSeconds(1);

    private readonly string _root = Directory.CreateTempSubdirectory("cityguard-andorra-").FullName;

    [Fact]
    public async Task Roads_and_a_station_become_a_live_city()
    {
        var (city, data) = (Path.Combine(_root, "city"), Path.Combine(_root, "data"));
        var (code, said, errors) = await HostProcess.Run(
            "city", "import", SharedData.Require("roads", "andorra.osm.pbf"), "--station", "1.5218,42.5069,Andorra la Vella", "--time-zone", "Europe/Andorra", "--country", "AD", "--out", city);
        code.ShouldBe(0, said + errors);
        output.WriteLine(said);
        said.ShouldContain("assumed");
        said.ShouldContain("longest ways round");
        var key = await HostProcess.AddKey(data, "ingest", "read");
        await using var host = await HostProcess.StartReady(data, "--city", city, "--field", "on");
        host.Http.DefaultRequestHeaders.Add("X-Api-Key", key);

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browser.Launch(playwright);
        var page = await browser.NewPageAsync();
        page.SetDefaultTimeout(PatienceMs);
        await page.GotoAsync(await host.SignInLink());
        await page.WaitForFunctionAsync("document.querySelector('[data-ready]') && document.querySelector('[data-filled]')");
        await page.WaitForFunctionAsync("/[0-9]/.test(document.querySelector('[data-level=Met] .value')?.textContent ?? '')");
        (await page.EvaluateAsync<int>("cityguard.city.cells.length")).ShouldBeGreaterThan(500);
        (await page.EvaluateAsync<int>("new Set(cityguard.map.queryRenderedFeatures({ layers: ['cells'] }).map(f => f.id)).size")).ShouldBeGreaterThan(500);
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("andorra");

        // In the street of the station: somebody is sent, and the page shows it.
        using var answer = await host.Http.PostAsJsonAsync(
            new Uri("/api/v1/incidents", UriKind.Relative),
            new { source = "andorra", sourceId = "1", type = "robbery", severity = "high", location = new { lat = 42.5075, lon = 1.5230 } },
            TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("id").GetString()!;
        await Until.True(async () => (await host.Http.GetFromJsonAsync<JsonElement>(new Uri($"/api/v1/incidents/{id}", UriKind.Relative)))
            .GetProperty("assignments").EnumerateArray().Any(a => a.GetProperty("state").GetString() == "granted"), Patience, Glance);
        await page.WaitForFunctionAsync("id => cityguard.incidents.open.has(id)", id);
        await Pictures.Keep(page, "andorra");
    }

    [Theory]
    [InlineData("--station", "200,1", "station")]
    [InlineData("--time-zone", "Mars/Crater", "time zone")]
    public async Task What_cannot_be_ends_with_2_and_leaves_no_package(string option, string value, string why)
    {
        var city = Path.Combine(_root, "city");
        string[] usual = option == "--station" ? ["--time-zone", "Europe/Andorra"] : ["--station", "1.5218,42.5069"];
        var (code, _, errors) = await HostProcess.Run(["city", "import", SharedData.Require("roads", "andorra.osm.pbf"), .. usual, option, value, "--out", city]);
        code.ShouldBe(2);
        errors.ShouldContain(why);
        Directory.EnumerateFileSystemEntries(_root).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cut_file_and_a_station_in_the_sea_end_with_2_and_leave_no_package()
    {
        var (cut, city) = (Path.Combine(_root, "cut.osm.pbf"), Path.Combine(_root, "city"));
        await File.WriteAllBytesAsync(cut, (await File.ReadAllBytesAsync(SharedData.Require("roads", "andorra.osm.pbf"), TestContext.Current.CancellationToken))[..200_000], TestContext.Current.CancellationToken);
        var (code, _, errors) = await HostProcess.Run("city", "import", cut, "--station", "1.5218,42.5069", "--time-zone", "Europe/Andorra", "--out", city);
        (code, errors).ShouldBe((2, $"cityguard: cut.osm.pbf: it is cut short{Environment.NewLine}cityguard: 1 problem; nothing was written.{Environment.NewLine}"));
        Directory.Exists(city).ShouldBeFalse();

        var (checkCode, _, sea) = await HostProcess.Run("city", "check", SharedData.Require("roads", "andorra.osm.pbf"), "--station", "2.5,41.2", "--time-zone", "Europe/Andorra");
        checkCode.ShouldBe(2);
        sea.ShouldContain("km from the nearest road");
    }

    [Fact]
    public async Task Two_imports_differ_in_what_was_asked()
    {
        var (a, b) = (Path.Combine(_root, "a"), Path.Combine(_root, "b"));
        foreach (var (folder, residents) in ((string, string)[])[(a, "80000"), (b, "90000")])
            (await HostProcess.Run("city", "import", SharedData.Require("roads", "monaco.osm.gz"), "--station", "7.4197,43.7325", "--time-zone", "Europe/Monaco", "--country", "MC", "--residents", residents, "--out", folder)).ExitCode.ShouldBe(0);
        var (code, lines, _) = await HostProcess.Run("city", "diff", a, b);
        code.ShouldBe(0);
        lines.ShouldContain("residents: 80,000 -> 90,000");
        lines.ShouldContain("cells changed");
        lines.ShouldNotContain("travel times");
        (await HostProcess.Run("city", "diff", a, a)).Output.ShouldContain("the same");
        (await HostProcess.Run("city", "check", a)).Output.ShouldContain("whole");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}

using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CityGuard.Tests.Shared;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace CityGuard.EndToEnd.Tests.Page;

/// <summary>The page over a city that only the test moves: what it shows is what the API tells, to the last digit.</summary>
public sealed class StillCityPageTests(SampleHost host) : IClassFixture<SampleHost>, IAsyncLifetime
{
    private const float PatienceMs = 120_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await Browser.Launch(_playwright);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    [Fact]
    public async Task The_strip_tells_the_figures_of_the_api()
    {
        var page = await SignIn();
        await Until.True(
            async () =>
            {
                var told = await host.Get("/api/v1/readiness");
                var people = told.GetProperty("levels").EnumerateArray().ToDictionary(l => l.GetProperty("level").GetString()!, l => l.GetProperty("people").GetDouble());
                var strength = told.GetProperty("strength").EnumerateArray().ToList();
                var met = Percent(await Figure(page, "[data-level=Met]"));
                return Math.Abs(met - (100 * people.GetValueOrDefault("met") / people.Values.Sum())) <= 0.51
                    && await Figure(page, "[data-figure=open]") == Number(told.GetProperty("openIncidents").GetInt32())
                    && await Figure(page, "[data-figure=late]") == Number(told.GetProperty("lateIncidents").GetInt32())
                    && await Figure(page, "[data-figure=busy]") == Number(strength.Sum(s => s.GetProperty("busy").GetInt32()))
                    && await Figure(page, "[data-figure=strength]") == $"{Number(strength.Sum(s => s.GetProperty("planned").GetInt32()))}/ {Number(strength.Sum(s => s.GetProperty("actual").GetInt32()))}";
            },
            Patience);
    }

    [Fact]
    public async Task A_target_about_to_break_is_listed_as_the_api_tells_it()
    {
        var page = await SignIn();
        await Until.True(
            async () =>
            {
                var told = (await host.Get("/api/v1/targets/fragile?most=100")).EnumerateArray().Take(4).ToList();
                var rows = await page.Locator("[data-testid=fragile] [data-row]").AllAsync();
                if (told.Count == 0 || rows.Count < told.Count)
                    return false;
                for (var i = 0; i < told.Count; i++)
                    if (await rows[i].GetAttributeAsync("data-id") != told[i].GetProperty("target").GetString() || !(await rows[i].InnerTextAsync()).Contains(Why(told[i]), StringComparison.Ordinal))
                        return false;
                return true;
            },
            Patience);

        static string Why(JsonElement target)
            => target.TryGetProperty("soleCallSign", out var sole) && sole.GetString() is { } callSign ? callSign
                : target.GetProperty("missingKinds").GetArrayLength() > 0 ? "Missing" : "too late";
    }

    [Fact]
    public async Task Responders_on_the_map_have_the_status_the_age_and_the_place_that_the_api_tells()
    {
        var page = await SignIn();
        var mobile = await page.EvaluateAsync<string[]>("cityguard.city.responders.id.filter((_, i) => !cityguard.responders.still[i])");
        var sectorOf = await page.EvaluateAsync<Dictionary<string, string>>("Object.fromEntries(cityguard.city.cells.map((id, i) => [id, cityguard.city.areaByIndex.get(cityguard.city.cellShapes[i].tag).id]))");
        await page.EvaluateAsync("void cityguard.map.jumpTo({ zoom: 11.2 })");
        var now = DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture);
        // Two drive to the other end of the city, all others report from where they are.
        var positions = await page.EvaluateAsync<string>("""
            ({ ids, at }) => {
              const { city, responders } = cityguard, [east, north] = city.areas.find(a => a.id === 's-02-03').centre;
              return JSON.stringify(ids.map(responder => {
                const i = city.responderIndex.get(responder), moves = ['p-C-0001', 'p-C-0002'].includes(responder);
                return { responder, at, lon: moves ? east : responders.lon[i], lat: moves ? north : responders.lat[i] };
              }));
            }
            """, new { ids = mobile, at = now });
        var moved = await host.Post("/api/v1/positions", positions);
        moved.Status.ShouldBe(202);
        (await host.Post("/api/v1/responders/f-0001/status", $$"""{"status":"outOfService","at":"{{now}}"}""")).Status.ShouldBe(200);

        var (told, seen) = ("", "-");
        var waited = Stopwatch.StartNew();
        while (told != seen)
        {
            waited.Elapsed.ShouldBeLessThan(Patience, $"the API tells {told}, the map shows {seen}");
            var counts = new SortedDictionary<string, Tally>(StringComparer.Ordinal);
            foreach (var id in mobile)
                Count(counts, await host.Get($"/api/v1/responders/{id}"), sectorOf);
            told = string.Join(", ", counts.Select(c => $"{c.Key} {c.Value.Free} {c.Value.Busy} {c.Value.All}"));
            seen = await page.EvaluateAsync<string>("[...cityguard.labels.counts].map(([area, c]) => `${cityguard.city.areaByIndex.get(area).id} ${c.free} ${c.busy} ${c.all}`).sort().join(', ')");
        }

        const int OutOfService = 5;
        (await host.Get("/api/v1/responders/f-0001")).GetProperty("status").GetString().ShouldBe("outOfService");
        (await page.EvaluateAsync<int>("cityguard.responders.status[cityguard.city.responderIndex.get('f-0001')]")).ShouldBe(OutOfService);
    }

    [Fact]
    public async Task The_mode_is_set_for_the_area_in_view()
    {
        var page = await SignIn();
        var mode = page.GetByTestId("mode");
        await Assertions.Expect(mode).ToHaveAttributeAsync("data-modes", "automatic", new() { Timeout = PatienceMs });
        await page.GetByTestId("mode-recommend").ClickAsync();
        await page.Locator(".mud-dialog input").FillAsync("storm drill");
        // A letter is a letter while a dialog is open.
        await page.Keyboard.TypeAsync("g");
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();
        await Assertions.Expect(mode).ToHaveAttributeAsync("data-modes", "recommend", new() { Timeout = PatienceMs });
        (await host.Get("/api/v1/readiness")).GetProperty("modes").EnumerateArray().Single().GetString().ShouldBe("recommend");
    }

    [Fact]
    public async Task A_sign_out_in_one_window_ends_the_other()
    {
        var page = await SignIn();
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(host.Process.Url);
        await other.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/signin$"), new() { Timeout = PatienceMs });
    }

    private async Task<IPage> SignIn()
    {
        var (code, link, errors) = await HostProcess.Run("link", "--data", host.Data, "--url", host.Process.Url);
        code.ShouldBe(0, errors);
        var window = await _browser.NewContextAsync(new() { Locale = "en", ViewportSize = new() { Width = 1440, Height = 900 } });
        var page = await window.NewPageAsync();
        page.SetDefaultTimeout(PatienceMs);
        await page.GotoAsync(link.Trim());
        await page.Locator("[data-testid=map][data-ready=true][data-filled=true]").WaitForAsync();
        await page.WaitForFunctionAsync("/[0-9]/.test(document.querySelector('[data-level=Met] .value')?.textContent ?? '')");
        return page;
    }

    private sealed record Tally(int Free, int Busy, int All);

    private static void Count(SortedDictionary<string, Tally> counts, JsonElement responder, Dictionary<string, string> sectorOf)
    {
        var sector = sectorOf[responder.GetProperty("cell").GetString()!];
        var old = responder.GetProperty("missing").GetArrayLength() > 0;
        var status = responder.GetProperty("status").GetString();
        var free = !old && status is ("available" or "returning");
        var c = counts.GetValueOrDefault(sector) ?? new Tally(0, 0, 0);
        counts[sector] = new Tally(c.Free + (free ? 1 : 0), c.Busy + (!old && !free && status != "outOfService" ? 1 : 0), c.All + 1);
    }

    private static Task<string> Figure(IPage page, string figure) => page.Locator($"{figure} .value").InnerTextAsync();

    private static double Percent(string told) => double.Parse(told.TrimEnd('%').TrimStart('<'), CultureInfo.InvariantCulture);

    private static string Number(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}

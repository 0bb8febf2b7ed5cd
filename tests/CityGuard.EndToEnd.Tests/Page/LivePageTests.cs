using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace CityGuard.EndToEnd.Tests.Page;

/// <summary>The live page in a real browser against the real host.</summary>
public sealed class LivePageTests(LiveCity city) : IClassFixture<LiveCity>, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Cells_have_the_level_that_the_api_tells()
    {
        var page = await city.Open();
        (await page.EvaluateAsync<int>("cityguard.city.cells.length")).ShouldBe(20_000);
        (await Drawn(page)).ShouldBe(20_000);
        foreach (var index in (int[])[0, 4_000, 9_000, 13_000, 19_999])
            await Agree(page, index);
    }

    [Fact]
    public async Task An_incident_posted_appears_in_the_list_and_on_the_map_and_tells_its_decision()
    {
        var page = await city.Open();
        var place = await page.EvaluateAsync<double[]>("cityguard.city.areas.find(a => a.id === 'd-440104').centre");
        using var answer = await city.Host.Http.PostAsJsonAsync(
            new Uri("/api/v1/incidents", UriKind.Relative),
            new { source = "browser-test", sourceId = "1", type = "robbery", severity = "critical", location = new { lat = place[1], lon = place[0] } },
            TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("id").GetString()!;

        await page.WaitForFunctionAsync("id => cityguard.incidents.open.has(id)", id);
        await page.Locator($"[data-testid=incidents] [data-id='{id}']").ClickAsync();
        var detail = page.GetByTestId("detail");
        await Assertions.Expect(detail).ToContainTextAsync("Robbery");
        await Assertions.Expect(detail.GetByTestId("assignment").First).ToBeVisibleAsync();
        await detail.GetByTestId("decision").First.ClickAsync();
        await Assertions.Expect(detail.GetByTestId("decision").First).ToContainTextAsync("chosen");
    }

    [Fact]
    public async Task The_language_changes_and_stays_changed()
    {
        var page = await city.Open("en");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("CityGuard");
        await page.GetByRole(AriaRole.Link, new() { Name = "中文" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("城市卫士 广州");
        await Assertions.Expect(page.GetByTestId("strip")).ToContainTextAsync("达标");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("城市卫士 广州");
        (await page.Locator("html").GetAttributeAsync("lang")).ShouldBe("zh-CN");
    }

    [Fact]
    public async Task The_keyboard_reaches_the_map_the_lists_and_the_details()
    {
        var page = await city.Open();
        await page.Keyboard.PressAsync("m");
        await page.WaitForFunctionAsync("document.activeElement?.classList.contains('maplibregl-canvas')");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync("document.activeElement?.id === 'detail'");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByTestId("detail")).ToHaveCountAsync(0);
        await page.WaitForFunctionAsync("document.activeElement?.classList.contains('maplibregl-canvas')");

        await page.Keyboard.PressAsync("t");
        await page.WaitForFunctionAsync("document.activeElement?.closest('[data-testid=fragile]')");
        (await page.EvaluateAsync<int>("document.querySelectorAll('[data-testid=fragile] [data-row][tabindex=\"0\"]').length")).ShouldBe(1);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync("document.activeElement?.id === 'detail'");
        await page.Keyboard.PressAsync("Escape");
        await page.WaitForFunctionAsync("document.activeElement?.closest('[data-testid=fragile]')");

        await page.Keyboard.PressAsync("a");
        await page.WaitForFunctionAsync("document.activeElement?.closest('[data-testid=areas]') && document.activeElement.dataset.id");
        var first = await page.EvaluateAsync<string>("document.activeElement.dataset.id");
        await page.Keyboard.PressAsync("ArrowDown");
        (await page.EvaluateAsync<string>("document.activeElement.dataset.id")).ShouldNotBe(first);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByTestId("area")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("g");
        await Assertions.Expect(page.GetByTestId("area")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_page_asks_nobody_but_its_own_host_and_no_file_is_empty()
    {
        var asked = new ConcurrentQueue<(string Url, int Status, string? Length)>();
        await city.Open(before: p => p.Response += (_, r) => asked.Enqueue((r.Url, r.Status, r.Headers.GetValueOrDefault("content-length"))));
        asked.ShouldContain(r => r.Url.EndsWith("maplibre-gl.mjs", StringComparison.Ordinal));
        asked.Where(r => !r.Url.StartsWith(city.Host.Url, StringComparison.Ordinal) && !r.Url.StartsWith("blob:", StringComparison.Ordinal) && !r.Url.StartsWith("data:", StringComparison.Ordinal)).ShouldBeEmpty();
        asked.Where(r => r.Status >= 400 || r.Length == "0").ShouldBeEmpty();
    }

    [Fact]
    public async Task No_barrier_is_critical_or_serious()
    {
        var page = await city.Open();
        // With details shown, so that they are looked at too.
        await page.Locator("[data-testid=fragile] [data-row]").First.ClickAsync();
        await page.Locator("[data-field=reachers]").WaitForAsync();
        var found = await page.RunAxe();
        found.Violations.Where(v => v.Impact is "critical" or "serious")
            .SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {n.Html[..Math.Min(200, n.Html.Length)]} {string.Join("; ", n.Any.Select(c => c.Message))}")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_made_up_is_said_permanently()
    {
        var page = await city.Open();
        await Assertions.Expect(page.GetByTestId("watermark")).ToContainTextAsync("roads are synthetic");
        await Assertions.Expect(page.GetByTestId("watermark")).ToContainTextAsync("posts are synthetic");
    }

    [Fact]
    public async Task A_stranger_sees_no_city_and_who_signs_out_is_one()
    {
        var stranger = await city.OpenAsStranger();
        await stranger.GotoAsync(city.Host.Url);
        new Uri(stranger.Url).AbsolutePath.ShouldBe("/signin");
        (await stranger.Locator("[data-testid=map]").CountAsync()).ShouldBe(0);

        var page = await city.OpenAsAnother();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/signin$")); // not its load event, which a heavy page before it can swallow
    }

    [Theory]
    [InlineData("en", 1440, 900, "city-en")]
    [InlineData("zh-CN", 1920, 1080, "city-zh")]
    public async Task The_page_fits_a_wall_and_a_desk(string language, int width, int height, string name)
    {
        var page = await city.Open(language, width, height);
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight")).ShouldBeTrue();
        (await Drawn(page)).ShouldBeGreaterThan(10_000);
        await Pictures.Keep(page, name);
    }

    // What the map has really drawn: a ready page with a blank map has passed for a good one before.
    private static Task<int> Drawn(IPage page)
        => page.EvaluateAsync<int>("new Set(cityguard.map.queryRenderedFeatures({ layers: ['cells'] }).map(f => f.id)).size");

    public async ValueTask DisposeAsync() => await city.CloseWindows();

    // The live city changes under our eyes, so page and API need only agree at some moment.
    private async Task Agree(IPage page, int index)
    {
        var waited = Stopwatch.StartNew();
        var id = await page.EvaluateAsync<string>("i => cityguard.city.cells[i]", index);
        while (true)
        {
            var told = await city.Host.Http.GetFromJsonAsync<JsonElement>(new Uri($"/api/v1/cells/{id}/readiness", UriKind.Relative), TestContext.Current.CancellationToken);
            var shown = await page.EvaluateAsync<string>("""
                async i => {
                  const { LEVELS } = await import('/_content/CityGuard.Web/js/colours.js');
                  return LEVELS[cityguard.map.getFeatureState({ source: 'cells', id: i }).level ?? 0];
                }
                """, index);
            if (shown == told.GetProperty("level").GetString())
                return;
            waited.Elapsed.ShouldBeLessThan(Patience, $"{id} is shown as {shown} and told as {told}");
            await Task.Delay(250, TestContext.Current.CancellationToken);
        }
    }
}

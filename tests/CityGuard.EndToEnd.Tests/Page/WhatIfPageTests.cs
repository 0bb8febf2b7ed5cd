using System.Text.Json;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace CityGuard.EndToEnd.Tests.Page;

/// <summary>
/// A planner in a real browser: forks the city by keyboard, drags a post, adds a change, asks, reads the answer with its intervals beside another
/// scenario, sees the difference on the map, downloads the report, and adopts what was asked.
/// </summary>
public sealed class WhatIfPageTests(DeskCity city) : IClassFixture<DeskCity>, IAsyncDisposable
{
    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task A_scenario_is_made_asked_compared_and_adopted(string language)
    {
        await city.Host.Positions();
        var page = await city.Open("Planner", "commander", "city-sample", language, width: 1440, height: 900);
        await page.Keyboard.PressAsync("5");
        await page.GetByTestId("what-if").WaitForAsync();
        await page.GetByTestId("no-scenario").WaitForAsync();
        await DeskCity.Keyboard(page);
        await page.WaitForSelectorAsync("[data-testid=map][data-ready=true]");

        // The one: the city as it stands, with a post dragged away.
        await page.Keyboard.PressAsync("f");
        await Assertions.Expect(page.GetByTestId("base")).ToContainTextAsync("20");
        await page.Locator("[data-field=days]").SelectOptionAsync("0.25");
        await page.Locator("[data-field=replications]").SelectOptionAsync("4");
        var moved = await Drag(page);
        await page.Locator("[data-edit=move]").WaitForAsync();
        await Assertions.Expect(page.Locator("[data-edit=move]")).ToContainTextAsync(moved);
        await page.GetByTestId("ask").ClickAsync();
        await Answer(page);

        // The other: a copy of it with more calls, made by keyboard.
        await page.GetByTestId("copy").ClickAsync();
        await Assertions.Expect(page.GetByTestId("copy")).ToHaveCountAsync(0);
        await page.Locator("[data-field=name]").FillAsync($"rain {language}");
        await page.Locator("[data-field=name]").BlurAsync();
        await page.Keyboard.PressAsync("e");
        await page.WaitForFunctionAsync("document.activeElement?.matches('[data-field=kind]')");
        await page.Locator("[data-field=kind]").SelectOptionAsync("demand");
        await page.Locator("[data-field=factor]").FillAsync("3");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[data-edit=demand]").WaitForAsync();
        await page.Locator("[data-edit=demand] button").FocusAsync();
        await page.Keyboard.PressAsync("r");
        await Answer(page);

        // Both, beside the city as it is.
        await page.Locator("[data-testid=scenarios] .beside").First.ClickAsync();
        await page.GetByTestId("ask").ClickAsync();
        await page.Locator("[data-testid=answer] thead th").Nth(5).WaitForAsync();
        await page.Locator("[data-testid=bars][data-drawn=true] svg").WaitForAsync();
        await page.Locator("[data-testid=curves][data-drawn=true] svg").WaitForAsync();
        (await page.GetByTestId("within-change").AllTextContentsAsync()).ShouldAllBe(text => text.Contains('±'));
        await page.WaitForFunctionAsync("cityguard.plan.shown.length > 0");
        foreach (var file in (string[])[language == "en" ? "report.html" : "report.zh-CN.html", "answer.json", "figures.csv", "map.geojson"])
            (await page.EvaluateAsync<int>("async id => { const got = await fetch(document.querySelector(`[data-testid=\"${id}\"]`).href); return got.ok ? (await got.text()).length : -got.status; }", file)).ShouldBeGreaterThan(100, file);
        await Pictures.Keep(page, $"what-if-{language}");
        var found = await page.RunAxe();
        found.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{v.Id}: {string.Join(" | ", v.Nodes.Select(n => n.Html))}").ShouldBeEmpty();
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth && document.querySelector('header.top').scrollWidth <= innerWidth")).ShouldBeTrue();

        // Adopted: said what changes for whom, journaled, and seen by the API.
        await page.GetByTestId("adopt").ClickAsync();
        await page.GetByTestId("adoption").WaitForAsync();
        await Assertions.Expect(page.GetByTestId("adoption")).ToContainTextAsync("→");
        await Pictures.Keep(page, $"adopt-{language}");
        await page.WaitForFunctionAsync("document.activeElement?.matches('.mud-dialog input, .mud-dialog textarea')");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByTestId("adopted").WaitForAsync();
        var deployment = await city.Host.Get("/api/v1/deployment");
        deployment.GetProperty("moved").EnumerateArray().Select(m => m.GetProperty("who").GetString()).ShouldBe([moved]);
        deployment.GetProperty("changes")[0].GetProperty("by").GetString()!.ShouldStartWith("Planner");
        var (status, body) = await city.Host.Post("/api/v1/deployment/moves", JsonSerializer.Serialize(new { why = "over", moves = new[] { new { who = moved } } }));
        status.ShouldBe(200, body.ToString());
    }

    [Fact]
    public async Task A_viewer_reads_and_is_offered_nothing_to_do()
    {
        var page = await city.SignIn("Reader", "viewer", "city-sample");
        await page.GotoAsync($"{city.Host.Process.Url}/what-if");
        await page.GetByTestId("no-scenario").WaitForAsync();
        (await page.GetByTestId("new-live").CountAsync()).ShouldBe(0);
        (await page.GetByTestId("ask").CountAsync()).ShouldBe(0);
    }

    public async ValueTask DisposeAsync() => await city.CloseWindows();

    private static async Task Answer(IPage page)
    {
        await page.Locator("[data-testid=progress][data-phase=Done]").WaitForAsync();
        await page.GetByTestId("answer").WaitForAsync();
    }

    /// <summary>Takes hold of the first post on the map and lets it go elsewhere; answers whose it is.</summary>
    private static async Task<string> Drag(IPage page)
    {
        await page.WaitForFunctionAsync("cityguard.plan?.posts.length > 20");
        await Drawn();
        var at = await page.EvaluateAsync<float[]>("(() => { const { lon, lat } = cityguard.plan.posts[0], { x, y } = cityguard.map.project([lon, lat]), box = cityguard.map.getCanvas().getBoundingClientRect(); const top = cityguard.map.queryRenderedFeatures([x, y], { layers: ['plan-posts'] })[0]; return [box.left + x, box.top + y, top.properties.at]; })()");
        var who = await page.EvaluateAsync<string>("at => cityguard.plan.posts[at].id", (int)at[2]);
        // Let go outside the city it springs back.
        await page.Mouse.MoveAsync(at[0], at[1]);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(at[0], at[1] - 600, new MouseMoveOptions { Steps = 6 });
        await page.Mouse.UpAsync();
        (await page.EvaluateAsync<int>("cityguard.plan.posts.filter(p => p.moved).length")).ShouldBe(0);
        await Drawn();
        await page.Mouse.MoveAsync(at[0], at[1]);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(at[0] - 60, at[1] - 40, new MouseMoveOptions { Steps = 6 });
        await page.Mouse.UpAsync();
        return who;

        // The map is drawn at its own pace: the post must be there to be taken hold of.
        Task Drawn() => page.WaitForFunctionAsync("(() => { const { lon, lat } = cityguard.plan.posts[0]; return cityguard.map.queryRenderedFeatures(cityguard.map.project([lon, lat]), { layers: ['plan-posts'] }).length > 0; })()");
    }
}

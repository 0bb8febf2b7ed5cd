using CityGuard.Tests.Shared;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace CityGuard.EndToEnd.Tests.Page;

/// <summary>A commander of the whole city in a real browser: closes a street by keyboard, sees it on the map and in the way that a crew would drive, and opens it again.</summary>
public sealed class RoadsPageTests(DeskCity city) : IClassFixture<DeskCity>, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task A_street_is_closed_seen_and_opened_again(string language)
    {
        const string Street = "样例2大道";
        var chief = await city.Open("Roads", "commander", "city-sample", language);
        await chief.Keyboard.PressAsync("4");
        await chief.GetByTestId("roads").WaitForAsync();
        await chief.GetByTestId("restrict").WaitForAsync();
        await DeskCity.Keyboard(chief);
        await chief.Keyboard.PressAsync("n");
        await chief.WaitForFunctionAsync("document.activeElement?.matches('[data-field=street]')");
        await chief.Keyboard.TypeAsync(Street);
        await chief.Keyboard.PressAsync("Tab");
        await chief.Locator("[data-testid=restrict] button[type=submit]").ClickAsync();
        await chief.Locator("[data-testid=restrictions] [data-row]").WaitForAsync();
        var id = await chief.Locator("[data-testid=restrictions] [data-row]").GetAttributeAsync("data-id");
        await Until.True(async () => (await city.Host.Get("/api/v1/roads")).GetProperty("travelTimes").GetString() == id, Patience);
        await chief.WaitForFunctionAsync("window.cityguard?.closures.count === 1");
        await chief.WaitForFunctionAsync("cityguard.map.queryRenderedFeatures({ layers: ['closures'] }).length > 0");
        await Pictures.Keep(chief, $"roads-{language}");
        var found = await chief.RunAxe();
        found.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{v.Id}: {string.Join(" | ", v.Nodes.Select(n => n.Html))}").ShouldBeEmpty();
        (await chief.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();

        // The live page shows it too, and leads back.
        await chief.Keyboard.PressAsync("l");
        await chief.GetByTestId("closures").WaitForAsync();
        await chief.WaitForFunctionAsync("window.cityguard?.closures.count === 1");
        await chief.GetByTestId("closures").ClickAsync();

        await chief.GetByTestId("roads").WaitForAsync();
        await chief.Locator("[data-testid=restrictions] [data-row]:enabled").WaitForAsync();
        await DeskCity.Keyboard(chief);
        await chief.Keyboard.PressAsync("q");
        await chief.WaitForFunctionAsync("document.activeElement?.matches('[data-testid=restrictions] [data-row]')");
        await chief.Keyboard.PressAsync("Enter");
        await chief.WaitForFunctionAsync("document.activeElement?.matches('.mud-dialog input')");
        await chief.Keyboard.PressAsync("Enter");
        await Assertions.Expect(chief.Locator("[data-testid=restrictions] [data-row]")).ToHaveCountAsync(0);
        await chief.WaitForFunctionAsync("window.cityguard?.closures.count === 0");
    }

    [Fact]
    public async Task The_way_of_a_crew_that_was_sent_is_drawn_and_told()
    {
        var incident = await city.Report("way", "c-00120");
        var responder = await city.Send(incident, "primary");
        var page = await city.Open("Watcher", "commander", "city-sample");
        await page.GotoAsync($"{city.Host.Process.Url}/?kind=responder&id={responder}");
        await page.WaitForFunctionAsync("window.cityguard?.closures.points > 1");
        await Assertions.Expect(page.GetByTestId("way")).ToContainTextAsync("km");
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth && document.querySelector('header.top').scrollWidth <= innerWidth")).ShouldBeTrue();
        await Pictures.Keep(page, "way");
        await page.Keyboard.PressAsync("Escape");
        await page.WaitForFunctionAsync("cityguard.closures.points === 0");
    }

    public async ValueTask DisposeAsync() => await city.CloseWindows();
}

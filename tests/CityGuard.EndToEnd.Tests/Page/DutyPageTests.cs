using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace CityGuard.EndToEnd.Tests.Page;

/// <summary>A commander of a district and a dispatcher of a station in real browsers: one orders a level, the other acknowledges its measures, the first sees that and ends it.</summary>
public sealed class DutyPageTests(DeskCity city) : IClassFixture<DeskCity>, IAsyncDisposable
{
    [Theory]
    [InlineData("en", "Level 1")]
    [InlineData("zh-CN", "一级勤务")]
    public async Task A_level_is_ordered_acknowledged_below_seen_above_and_ended_by_keyboard(string language, string level)
    {
        var chief = await city.Open("Chief", "commander", "d-02", language);
        await chief.Keyboard.PressAsync("3");
        await chief.GetByTestId("duty-head").WaitForAsync();
        await DeskCity.Keyboard(chief);
        await chief.Keyboard.PressAsync("n");
        await chief.WaitForFunctionAsync("document.activeElement?.matches('[data-testid=order] select')");
        await chief.Locator("[data-field=level]").SelectOptionAsync("1");
        await chief.Locator("[data-testid=order] button[type=submit]").ClickAsync();
        await chief.Locator("[data-testid=duty-head][data-level='1']").WaitForAsync();
        // Every station owes its four receipts; the chief, who gave the order, is not asked for any.
        await Assertions.Expect(chief.Locator("[data-id=s-02-01] .receipt.open")).ToHaveCountAsync(4);
        await Assertions.Expect(chief.Locator("[data-action=Acknowledge]")).ToHaveCountAsync(0);

        var station = await city.Open("Station", "dispatcher", "s-02-01", language, 1920, 1080);
        await station.Keyboard.PressAsync("3");
        await station.GetByTestId("duty-head").WaitForAsync();
        await DeskCity.Keyboard(station);
        await Assertions.Expect(station.GetByTestId("order")).ToHaveCountAsync(0);
        await Assertions.Expect(station.Locator("[data-action=Acknowledge]")).ToHaveCountAsync(1);
        await station.Keyboard.PressAsync("y");
        await station.WaitForFunctionAsync("document.activeElement?.matches('[data-action=Acknowledge]')");
        await station.Keyboard.PressAsync("Enter");
        await Assertions.Expect(station.Locator("[data-id=s-02-01] .receipt.given")).ToHaveCountAsync(4);

        await Assertions.Expect(chief.Locator("[data-id=s-02-01] .receipt.given")).ToHaveCountAsync(4);
        await Assertions.Expect(chief.GetByTestId("strength").Locator("tbody tr")).Not.ToHaveCountAsync(0);
        await Pictures.Keep(chief, $"duty-{language}");
        var found = await chief.RunAxe();
        found.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{v.Id}: {string.Join(" | ", v.Nodes.Select(n => n.Html))}").ShouldBeEmpty();
        (await chief.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();

        // The live page says it too.
        await station.Keyboard.PressAsync("l");
        await Assertions.Expect(station.Locator("[data-figure=duty] .value")).ToContainTextAsync(level);
        await Pictures.Keep(station, $"strip-duty-{language}");

        await chief.Keyboard.PressAsync("q");
        await chief.WaitForFunctionAsync("document.activeElement?.matches('[data-testid=orders] [data-row]')");
        await chief.Keyboard.PressAsync("Enter");
        await chief.Locator("[data-action=End]").WaitForAsync();
        await chief.Keyboard.PressAsync("w");
        await chief.WaitForFunctionAsync("document.activeElement?.matches('.mud-dialog input')");
        await chief.Keyboard.PressAsync("Enter");
        await chief.Locator("[data-testid=duty-head][data-level='normal']").WaitForAsync();
        await Assertions.Expect(chief.Locator(".receipt")).ToHaveCountAsync(0);
    }

    public async ValueTask DisposeAsync() => await city.CloseWindows();
}

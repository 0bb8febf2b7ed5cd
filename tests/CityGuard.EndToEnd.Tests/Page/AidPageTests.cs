using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace CityGuard.EndToEnd.Tests.Page;

/// <summary>Two commanders of neighbour stations in real browsers: one asks, the other sees the price and lends, the first sends them home again.</summary>
public sealed class AidPageTests(DeskCity city) : IClassFixture<DeskCity>, IAsyncDisposable
{
    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task Aid_is_asked_for_granted_with_its_price_in_view_and_called_home(string language)
    {
        await city.Host.Positions();
        var (li, wang) = (await city.Open("Li", "commander", "s-02-01", language), await city.Open("Wang", "commander", "s-02-02", language, 1920, 1080));
        foreach (var page in new[] { li, wang })
        {
            await page.Keyboard.PressAsync("1");
            await page.GetByTestId("aids").WaitForAsync();
        }

        await li.Locator("[data-testid=ask] select").First.SelectOptionAsync("s-02-02");
        await li.Locator("[data-testid=ask] select").Nth(1).SelectOptionAsync("stationForce");
        await li.Locator("[data-testid=ask] button[type=submit]").ClickAsync();
        await li.Locator("[data-testid=aid-detail]").WaitForAsync();
        await Assertions.Expect(li.Locator("[data-action=Lend]")).ToHaveCountAsync(0);

        await wang.Locator("[data-testid=aids] [data-row]").First.ClickAsync();
        await wang.Keyboard.PressAsync("g");
        await city.Host.Positions(); // those who lapse now would raise the price between the tick and the consent
        await wang.Locator("[data-testid=lend] input[type=checkbox]").First.CheckAsync();
        await wang.Locator("[data-action=Consent]:not([disabled])").WaitForAsync();
        await Pictures.Keep(wang, $"aid-lend-{language}");
        var found = await wang.RunAxe();
        found.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{v.Id}: {string.Join(" | ", v.Nodes.Select(n => n.Html))}").ShouldBeEmpty();
        await wang.Locator("[data-action=Consent]").ClickAsync();
        await Assertions.Expect(wang.Locator("[data-testid=aid-detail] tr")).ToHaveCountAsync(1);

        await Assertions.Expect(li.Locator("[data-testid=aid-detail] tr")).ToHaveCountAsync(1);
        await Pictures.Keep(li, $"aid-running-{language}");
        await li.Keyboard.PressAsync("w");
        await li.WaitForFunctionAsync("document.activeElement?.matches('.mud-dialog input')");
        await li.Keyboard.PressAsync("Enter");
        // What is over leaves the list by itself.
        await Assertions.Expect(li.Locator("[data-testid=aids] [data-row]")).ToHaveCountAsync(0);
        (await li.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
    }

    public async ValueTask DisposeAsync() => await city.CloseWindows();
}

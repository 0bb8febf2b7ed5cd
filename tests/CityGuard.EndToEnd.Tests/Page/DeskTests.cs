using CityGuard.Tests.Shared;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace CityGuard.EndToEnd.Tests.Page;

/// <summary>Two people at two desks in real browsers; and one who never touches a mouse.</summary>
public sealed class DeskTests(DeskCity city) : IClassFixture<DeskCity>, IAsyncDisposable
{
    [Fact]
    public async Task Of_two_people_who_race_for_a_role_one_wins_and_the_other_reads_who()
    {
        var incident = await city.Report("race");
        var (wang, li) = (await city.Open("Wang"), await city.Open("Li", "commander"));
        foreach (var page in new[] { wang, li })
        {
            await Choose(page, incident);
            // The slot of the plan that wants exactly one: the last that is open.
            await page.Locator("[data-testid=roles] .row.open").Last.ClickAsync();
            await page.Locator("[data-testid=candidates] [data-row]:has(.verdict-chosen)").First.ClickAsync();
        }

        await Assertions.Expect(wang.GetByTestId("others")).ToContainTextAsync("Li");
        await Assertions.Expect(li.GetByTestId("others")).ToContainTextAsync("Wang");
        await Assertions.Expect(li.Locator("[data-testid=queue] .row.chosen [data-field=present]")).ToContainTextAsync("Wang");

        foreach (var page in new[] { wang, li })
        {
            await page.Locator("[data-action=Send]").ClickAsync();
            await page.WaitForFunctionAsync("document.activeElement?.matches('.mud-dialog input')");
        }

        await Assertions.Expect(wang.GetByTestId("others")).ToContainTextAsync("about to decide");
        await Pictures.Keep(wang, "desk-two-deciding");
        await Task.WhenAll(wang.Keyboard.PressAsync("Enter"), li.Keyboard.PressAsync("Enter"));

        var lost = await Loser(wang, li);
        var (winner, loser) = lost == wang ? (li, wang) : (wang, li);
        await Assertions.Expect(loser.GetByTestId("lost")).ToContainTextAsync(winner == wang ? "Wang" : "Li");
        await Pictures.Keep(loser, "desk-lost");
        await loser.GetByTestId("lost").GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(loser.GetByTestId("lost")).ToHaveCountAsync(0);
        var view = await city.Host.Get($"/api/v1/incidents/{incident}");
        view.GetProperty("assignments").EnumerateArray().Count(a => a.GetProperty("state").GetString() is "granted" or "requested").ShouldBe(1);
        await Assertions.Expect(winner.Locator("[data-testid=roles] [data-id^='o-']")).ToHaveCountAsync(1);
        await Assertions.Expect(loser.Locator("[data-testid=roles] [data-id^='o-']")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_person_without_a_mouse_goes_from_the_queue_to_a_responder_sent()
    {
        var incident = await city.Report("keys", "c-00016");
        var page = await city.Open("Zhao");
        await page.Locator($"[data-testid=queue] [data-id='{incident}']").WaitForAsync();
        await page.Keyboard.PressAsync("q");
        await page.WaitForFunctionAsync("document.activeElement?.matches('[data-testid=queue] [data-row]')");
        for (var i = 0; i < 20 && await Focused(page) != incident; i++)
            await page.Keyboard.PressAsync("ArrowDown");
        (await Focused(page)).ShouldBe(incident);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[data-testid=candidates] [data-row]").First.WaitForAsync();
        await page.Keyboard.PressAsync("r");
        await page.WaitForFunctionAsync("document.activeElement?.closest('[data-testid=roles]') !== null");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[data-testid=candidates] [data-row]:has(.verdict-chosen)").First.WaitForAsync();
        await page.Keyboard.PressAsync("c");
        await page.WaitForFunctionAsync("document.activeElement?.closest('[data-testid=candidates]') !== null");
        var who = await Focused(page);
        // Lists are renewed about every second: the hand stays where it is.
        await page.WaitForFunctionAsync("v => { window.seen ??= performance.now(); return performance.now() - window.seen > 2500 }", 0);
        (await Focused(page)).ShouldBe(who);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync("document.activeElement?.matches('.mud-dialog input')");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".mud-dialog")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("c");
        await page.WaitForFunctionAsync("document.activeElement?.closest('[data-testid=candidates]') !== null");
        await page.Keyboard.PressAsync("s");
        await page.WaitForFunctionAsync("document.activeElement?.matches('.mud-dialog input')");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-testid=roles] [data-id^='o-']")).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByTestId("timeline")).ToContainTextAsync("Zhao");
        var held = (await city.Host.Get($"/api/v1/incidents/{incident}")).GetProperty("assignments").EnumerateArray().Single().GetProperty("responder").GetString();
        held.ShouldBe(who);
    }

    [Fact]
    public async Task A_patrol_is_diverted_to_what_is_graver_and_what_it_did_is_checked_all_by_keyboard()
    {
        var lesser = await city.Report("lesser", "c-00019", "low");
        var who = await city.Send(lesser, "primary");
        var graver = await city.Report("graver", "c-00019");
        var page = await city.Open("Qian");
        await Choose(page, graver);
        await Walk(page, "r", "roles", "primary#0");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator($"[data-testid=candidates] [data-id='{who}']").WaitForAsync();
        await Walk(page, "c", "candidates", who);
        await page.Locator("[data-field=held]").WaitForAsync();
        await Pictures.Keep(page, "desk-divert");
        await page.Keyboard.PressAsync("d");
        await page.WaitForFunctionAsync("document.activeElement?.matches('.mud-dialog input')");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-testid=roles] [data-id^='o-']")).ToHaveCountAsync(1);
        // The one that loses him is told after the one that gets him has him.
        await Until.True(async () => await StateOfOnly(graver) == "granted" && await StateOfOnly(lesser) == "lost");

        await city.Handle(graver, who);
        // Its plan closes it when its crews have cleared; what came of it is fed back by somebody else.
        await page.Locator("[data-action=Reopen]").WaitForAsync();
        var (status, body) = await city.Host.Post($"/api/v1/incidents/{graver}/feedback", $$"""{"result":"resolved","responder":"{{who}}"}""");
        status.ShouldBe(200, body.ToString());
        await page.Locator("[data-action=Check]").WaitForAsync();
        await page.Locator("[data-testid=evaluation] tbody tr").First.WaitForAsync();
        await Pictures.Keep(page, "desk-closed");
        await page.Keyboard.PressAsync("k");
        await page.WaitForFunctionAsync("document.activeElement?.matches('.mud-dialog input[type=radio]')");
        await page.Keyboard.PressAsync("1");
        await Assertions.Expect(page.Locator(".mud-dialog input[type=radio]").First).ToBeCheckedAsync();
        await Pictures.Keep(page, "desk-check");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByTestId("case")).ToContainTextAsync("Checked by Qian");
        (await city.Host.Get($"/api/v1/incidents/{graver}")).GetProperty("case").GetProperty("check").GetProperty("passed").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData("en", 1366, 768)]
    [InlineData("zh-CN", 1920, 1080)]
    public async Task Everybody_can_read_it_and_nothing_hangs_over_the_edge(string language, int width, int height)
    {
        var incident = await city.Report($"read-{language}", language == "en" ? "c-00017" : "c-00018");
        var page = await city.Open("Sun", "commander", "city-sample", language, width, height);
        await Choose(page, incident);
        await page.Locator("[data-testid=candidates] [data-row]").First.ClickAsync();
        await page.Locator("[data-testid=timeline] li").First.WaitForAsync();
        await Pictures.Keep(page, $"desk-{language}");
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
        var found = await page.RunAxe();
        found.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{v.Id}: {string.Join(" | ", v.Nodes.Select(n => n.Html))}").ShouldBeEmpty();
    }

    private static async Task Choose(IPage page, string incident)
    {
        await page.Locator($"[data-testid=queue] [data-id='{incident}']").ClickAsync();
        await page.Locator($"[data-testid=incident][data-id='{incident}'] [data-testid=roles]").WaitForAsync();
    }

    /// <summary>By its key into a list, and down to a row.</summary>
    private static async Task Walk(IPage page, string key, string list, string row)
    {
        await page.Keyboard.PressAsync(key);
        await page.WaitForFunctionAsync($"document.activeElement?.closest('[data-testid={list}]') !== null");
        await page.Keyboard.PressAsync("Home");
        for (var i = 0; i < 40 && await Focused(page) != row; i++)
            await page.Keyboard.PressAsync("ArrowDown");
        (await Focused(page)).ShouldBe(row);
    }

    private static async Task<IPage> Loser(params IPage[] pages)
    {
        var waits = pages.Select(async page =>
        {
            await page.GetByTestId("lost").WaitForAsync();
            return page;
        }).ToList();
        return await await Task.WhenAny(waits);
    }

    private async Task<string?> StateOfOnly(string incident)
        => (await city.Host.Get($"/api/v1/incidents/{incident}")).GetProperty("assignments").EnumerateArray().Single().GetProperty("state").GetString();

    private static Task<string?> Focused(IPage page) => page.EvaluateAsync<string?>("document.activeElement?.dataset.id ?? null");

    public async ValueTask DisposeAsync() => await city.CloseWindows();
}

using System.Text.Json;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace CityGuard.EndToEnd.Tests.Page;

/// <summary>The page of grid events in a real browser, by people who have signed in, and the ways that lead to it.</summary>
public sealed class EventsPageTests(DeskCity city) : IClassFixture<DeskCity>, IAsyncDisposable
{
    [Fact]
    public async Task A_dispatcher_lands_at_the_desk_everybody_else_at_the_map_and_keys_lead_on()
    {
        var dispatcher = await city.SignIn("Wang");
        new Uri(dispatcher.Url).AbsolutePath.ShouldBe("/desk");
        await dispatcher.GetByTestId("queue").WaitForAsync();
        await DeskCity.Keyboard(dispatcher);
        await dispatcher.Keyboard.PressAsync("2");
        await Assertions.Expect(dispatcher).ToHaveURLAsync(new Regex("/events$"));
        await dispatcher.GetByTestId("events").WaitForAsync();
        await DeskCity.Keyboard(dispatcher);
        await dispatcher.Keyboard.PressAsync("k");
        await Assertions.Expect(dispatcher).ToHaveURLAsync(new Regex("/desk$"));
        var commander = await city.SignIn("Li", "commander");
        new Uri(commander.Url).AbsolutePath.ShouldBe("/");
        await Assertions.Expect(commander.GetByTestId("rooms").GetByRole(AriaRole.Link)).ToHaveCountAsync(6);
        new Uri((await city.SignIn("Zhou", "viewer")).Url).AbsolutePath.ShouldBe("/");
    }

    [Fact]
    public async Task A_person_without_a_mouse_registers_a_ticket_assigns_it_and_hands_it_over_to_110()
    {
        var ticket = await Report("keys");
        var page = await Open("Zhao");
        await page.Locator($"[data-testid=events] [data-id='{ticket}']").WaitForAsync();
        await page.Keyboard.PressAsync("q");
        await page.WaitForFunctionAsync("document.activeElement?.matches('[data-testid=events] [data-row]')");
        for (var i = 0; i < 20 && await Focused(page) != ticket; i++)
            await page.Keyboard.PressAsync("ArrowDown");
        (await Focused(page)).ShouldBe(ticket);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#detail").WaitForAsync();
        await Answer(page, "r");
        await Assertions.Expect(page.Locator("[data-field=step]")).ToHaveTextAsync("registered");
        await Answer(page, "a");
        await Assertions.Expect(page.Locator("[data-field=step]")).ToHaveTextAsync("assigned");
        await Answer(page, "o", "a thief was seen");
        await Assertions.Expect(page.Locator("[data-field=to]")).ToContainTextAsync("i-");
        await Assertions.Expect(page.Locator($"[data-testid=events] [data-id='{ticket}']")).ToHaveCountAsync(0);

        var view = await city.Host.Get($"/api/v1/events/{ticket}");
        Names(view).ShouldBe(["collected", "registered", "assigned", "transferred"]);
        view.GetProperty("steps")[1].GetProperty("by").GetString().ShouldNotBeNull().ShouldStartWith("Zhao");
        await page.Locator("[data-field=to]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-testid=incident] [data-field=from]")).ToHaveTextAsync(ticket);
    }

    [Theory]
    [InlineData("en", 1366, 768)]
    [InlineData("zh-CN", 1920, 1080)]
    public async Task Everybody_can_read_it_and_nothing_hangs_over_the_edge(string language, int width, int height)
    {
        var ticket = await Report($"read-{language}");
        await city.Host.Post($"/api/v1/events/{ticket}/register", """{"why":"clear enough"}""");
        var page = await Open("Sun", "commander", language, width, height);
        await page.Locator($"[data-testid=events] [data-id='{ticket}']").ClickAsync();
        await page.Locator("[data-testid=steps] li").Nth(1).WaitForAsync();
        await Pictures.Keep(page, $"events-{language}");
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
        await page.Keyboard.PressAsync("a");
        await page.WaitForFunctionAsync("document.activeElement?.matches('.mud-dialog input')");
        await Pictures.Keep(page, $"events-assign-{language}");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".mud-dialog")).ToHaveCountAsync(0);
        var found = await page.RunAxe();
        found.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{v.Id}: {string.Join(" | ", v.Nodes.Select(n => n.Html))}").ShouldBeEmpty();
    }

    private async Task<string> Report(string id)
    {
        var (status, body) = await city.Host.Post(
            "/api/v1/events", $$"""{"source":"12345","sourceId":"page-{{id}}","category":"powerFault","channel":"12345","location":{"cell":"c-00015"},"description":"dark at number 5"}""");
        return status == 201 ? body.GetProperty("id").GetString()! : throw new InvalidOperationException(body.ToString());
    }

    private async Task<IPage> Open(string name, string role = "dispatcher", string language = "en", int width = 1366, int height = 768)
    {
        var page = await city.SignIn(name, role, language: language, width: width, height: height);
        await page.GotoAsync($"{city.Host.Process.Url}/events");
        await page.Locator("[data-testid=events] [data-row]").First.WaitForAsync();
        await DeskCity.Keyboard(page);
        return page;
    }

    /// <summary>Presses the key of an action, says why where that is wanted, and confirms.</summary>
    private static async Task Answer(IPage page, string key, string? why = null)
    {
        await page.Locator($".act:has(kbd:text-is('{key.ToUpperInvariant()}'))").WaitForAsync();
        await page.Keyboard.PressAsync(key);
        await page.WaitForFunctionAsync("document.activeElement?.matches('.mud-dialog input')");
        if (why is not null)
            await page.Keyboard.TypeAsync(why);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".mud-dialog")).ToHaveCountAsync(0);
    }

    private static IEnumerable<string?> Names(JsonElement view) => view.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("what").GetString());

    private static Task<string?> Focused(IPage page) => page.EvaluateAsync<string?>("document.activeElement?.dataset.id ?? null");

    public async ValueTask DisposeAsync() => await city.CloseWindows();
}

using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace CityGuard.EndToEnd.Tests.Page;

/// <summary>Two reports of one event, made one at the desk without a mouse, and set apart again.</summary>
public sealed class MergeTests(DeskCity city) : IClassFixture<DeskCity>, IAsyncDisposable
{
    [Theory]
    [InlineData("en", 1366, 768)]
    [InlineData("zh-CN", 1920, 1080)]
    public async Task The_younger_joins_the_elder_with_its_reasons_seen_and_is_on_its_own_again_when_that_is_undone(string language, int width, int height)
    {
        var cell = language == "en" ? "c-00021" : "c-00022";
        var (elder, younger) = (await city.Report($"elder-{language}", cell), await city.Report($"younger-{language}", cell));
        var page = await city.Open("Wu", "commander", "city-sample", language, width, height);
        await page.Locator($"[data-testid=queue] [data-id='{younger}']").ClickAsync();
        var row = page.Locator($"[data-testid=similar] [data-id='{elder}']");
        await row.WaitForAsync();
        await page.Keyboard.PressAsync("m");
        await page.WaitForFunctionAsync("document.activeElement?.matches('[data-testid=similar] [data-row]')");
        for (var i = 0; i < 10 && await Focused(page) != elder; i++)
            await page.Keyboard.PressAsync("ArrowDown");
        (await Focused(page)).ShouldBe(elder);
        await Assertions.Expect(row).ToHaveAttributeAsync("aria-pressed", "true");
        await Pictures.Keep(page, $"desk-similar-{language}");
        var found = await page.RunAxe();
        found.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{v.Id}: {string.Join(" | ", v.Nodes.Select(n => n.Html))}").ShouldBeEmpty();
        await page.Keyboard.PressAsync("m");
        await page.WaitForFunctionAsync("document.activeElement?.matches('.mud-dialog input')");
        await Pictures.Keep(page, $"desk-merge-{language}");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-field=merged-into]")).ToContainTextAsync(elder);
        await Assertions.Expect(page.Locator($"[data-testid=queue] [data-id='{younger}']")).ToHaveCountAsync(0);
        (await city.Host.Get($"/api/v1/incidents/{younger}")).GetProperty("mergedInto").GetString().ShouldBe(elder);

        // The elder keeps what was told there as evidence, and leads back.
        await page.Locator("[data-field=merged-into] button").ClickAsync();
        await Assertions.Expect(page.GetByTestId("merged")).ToContainTextAsync(younger);
        await Pictures.Keep(page, $"desk-merged-{language}");
        await page.GetByTestId("merged").GetByRole(AriaRole.Button).ClickAsync();
        await page.Locator("[data-action=Unmerge]").WaitForAsync();
        await page.Keyboard.PressAsync("m");
        await page.WaitForFunctionAsync("document.activeElement?.matches('.mud-dialog input[type=radio]')");
        await page.Keyboard.PressAsync("2");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-field=merged-into]")).ToHaveCountAsync(0);
        await page.Locator($"[data-testid=queue] [data-id='{younger}']").WaitForAsync();
        var (again, refusal) = await city.Host.Post($"/api/v1/incidents/{younger}/unmerge", """{"why":"once more"}""");
        again.ShouldBe(409, refusal.ToString());
    }

    [Fact]
    public async Task Who_only_looks_sees_what_may_be_one_event_and_has_nothing_to_press()
    {
        var (one, other) = (await city.Report("seen-one", "c-00023"), await city.Report("seen-other", "c-00023"));
        var page = await city.Open("Gu", "viewer");
        await page.Locator($"[data-testid=queue] [data-id='{other}']").ClickAsync();
        await page.Locator($"[data-testid=similar] [data-id='{one}']").WaitForAsync();
        await Assertions.Expect(page.Locator("[data-action]")).ToHaveCountAsync(0);
        var (reversed, refusal) = await city.Host.Post($"/api/v1/incidents/{one}/merge", $$"""{"into":"{{other}}","why":"the wrong way"}""");
        reversed.ShouldBe(422, refusal.ToString());
        refusal.ToString().ShouldContain("is the elder");
    }

    private static Task<string?> Focused(IPage page) => page.EvaluateAsync<string?>("document.activeElement?.dataset.id ?? null");

    public async ValueTask DisposeAsync() => await city.CloseWindows();
}

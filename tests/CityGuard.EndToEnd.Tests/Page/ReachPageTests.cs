using CityGuard.Cities;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Plans;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace CityGuard.EndToEnd.Tests.Page;

/// <summary>No special police in the whole city: the desk sees how far is looked, and records what a neighbour city answers.</summary>
public sealed class ReachPageTests : IAsyncLifetime
{
    private readonly DeskCity _city = new(new SampleHost(Changed));

    public ValueTask InitializeAsync() => _city.InitializeAsync();

    [Theory]
    [InlineData("en", 1366, 768)]
    [InlineData("zh-CN", 1920, 1080)]
    public async Task A_neighbour_city_is_asked_at_last_and_its_answer_fills_the_role(string language, int width, int height)
    {
        foreach (var squad in (string[])["x-0001", "x-0002"])
            (await _city.Host.Post($"/api/v1/responders/{squad}/status", $$"""{"status":"outOfService","at":"{{TimeProvider.System.GetUtcNow():O}}"}""")).Status.ShouldBeOneOf(200, 204);
        var incident = await _city.Report($"far-{language}");
        var page = await _city.Open("He", "commander", "city-sample", language, width, height);
        await page.Locator($"[data-testid=queue] [data-id='{incident}']").ClickAsync();
        await page.Locator("[data-testid=partners] [data-id='1']").WaitForAsync();
        await page.Locator("[data-field=reach]").WaitForAsync();
        await Pictures.Keep(page, $"desk-partner-{language}");
        var found = await page.RunAxe();
        found.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{v.Id}: {string.Join(" | ", v.Nodes.Select(n => n.Html))}").ShouldBeEmpty();
        await DeskCity.Keyboard(page);
        await page.Keyboard.PressAsync("8");
        await page.WaitForFunctionAsync("document.activeElement?.matches('.mud-dialog input[type=radio]')");
        await page.Keyboard.PressAsync("1");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-field=reach]")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("[data-testid=partners] [data-field=answer]")).ToContainTextAsync("He");
        await Pictures.Keep(page, $"desk-partner-sends-{language}");
        var told = (await _city.Host.Get($"/api/v1/incidents/{incident}")).GetProperty("partners")[0];
        (told.GetProperty("partner").GetString(), told.GetProperty("sends").GetInt32()).ShouldBe(("near", 1));
        var (twice, refusal) = await _city.Host.Post($"/api/v1/incidents/{incident}/partners/1", """{"count":0,"why":"after all not"}""");
        twice.ShouldBe(409, refusal.ToString());
    }

    private static CityDraft Changed(CityDraft draft) => draft with
    {
        Parts = draft.Parts with
        {
            Rules = draft.Parts.Rules with
            {
                Plans = [.. draft.Parts.Rules.Plans.Select(plan => plan with { Clocks = plan.Clocks with { WidenSeconds = 1 } })],
                Partners = [new PartnerCity("near", new BilingualName("近市", "Near City"), CellId.Parse("c-00001"), [new PartnerForce("specialPolice", 4, 900, ["armed"])])],
            },
        },
    };

    public async ValueTask DisposeAsync()
    {
        await _city.CloseWindows();
        await _city.DisposeAsync();
    }
}

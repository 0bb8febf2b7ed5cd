using CityGuard.EndToEnd.Tests.Page;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace CityGuard.EndToEnd.Tests;

/// <summary>The live page in a real browser, signed in by the one-time link that the host printed.</summary>
public sealed class PageTests(SampleHost host) : IClassFixture<SampleHost>
{
    private const float PatienceMs = 120_000;

    [Fact]
    public async Task The_map_shows_the_city_and_the_link_works_once()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browser.Launch(playwright);
        var page = await browser.NewPageAsync(new() { Locale = "en", ViewportSize = new() { Width = 1440, Height = 900 } });
        page.SetDefaultTimeout(PatienceMs);
        var link = await host.Process.SignInLink();
        await page.GotoAsync(link);
        await page.Locator("[data-testid=map][data-ready=true][data-filled=true]").WaitForAsync();
        (await page.GetByTestId("strip").InnerTextAsync()).ShouldNotBeNullOrWhiteSpace();
        (await page.GetByTestId("watermark").IsVisibleAsync()).ShouldBeTrue();

        var stranger = await browser.NewPageAsync();
        stranger.SetDefaultTimeout(PatienceMs);
        (await stranger.GotoAsync(link))!.Status.ShouldBe(401);
    }
}

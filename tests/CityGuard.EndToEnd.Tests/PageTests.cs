using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace CityGuard.EndToEnd.Tests;

/// <summary>The live page in a real browser, signed in by the one-time link that the host printed.</summary>
public sealed class PageTests(SampleHost host) : IClassFixture<SampleHost>
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--enable-unsafe-swiftshader",
    ];

    [Fact]
    public async Task The_map_shows_the_city_and_the_link_works_once()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium(), Args = Flags });
        var page = await browser.NewPageAsync(new() { Locale = "en", ViewportSize = new() { Width = 1440, Height = 900 } });
        var link = await host.Process.SignInLink();
        await page.GotoAsync(link);
        await page.Locator("[data-testid=map][data-ready=true][data-filled=true]").WaitForAsync(new() { Timeout = 120_000 });
        (await page.GetByTestId("strip").InnerTextAsync()).ShouldNotBeNullOrWhiteSpace();
        (await page.GetByTestId("watermark").IsVisibleAsync()).ShouldBeTrue();
        if (Environment.GetEnvironmentVariable("CITYGUARD_SCREENSHOTS") is { } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "live.png") });

        var stranger = await browser.NewPageAsync();
        (await stranger.GotoAsync(link))!.Status.ShouldBe(401);
    }

    private static string Chromium() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "chromium")).FirstOrDefault(File.Exists) ?? throw new InvalidOperationException("chromium is not on the path: run tests/setup");
}

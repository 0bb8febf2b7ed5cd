using Microsoft.Playwright;

namespace CityGuard.EndToEnd.Tests.Page;

/// <summary>The README's pictures, taken by the tests and rewritten only when <c>CITYGUARD_SCREENSHOTS</c> names their folder.</summary>
internal static class Pictures
{
    public static async Task Keep(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("CITYGUARD_SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png") });
    }
}

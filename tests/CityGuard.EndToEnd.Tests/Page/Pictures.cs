using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace CityGuard.EndToEnd.Tests.Page;

/// <summary>The README's pictures, taken by the tests and rewritten only when <c>CITYGUARD_PICTURES</c> is set.</summary>
internal static class Pictures
{
    public static async Task Keep(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("CITYGUARD_PICTURES") is not { Length: > 0 })
            return;
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder(), $"{name}.png") });
    }

    private static string Folder([CallerFilePath] string here = "")
        => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "images"));
}

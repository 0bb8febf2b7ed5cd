using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace CityGuard.EndToEnd.Tests.Page;

/// <summary>The machine's own Chromium, drawing in software.</summary>
internal static class Browser
{
    private const float PatienceMs = 180_000;

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--enable-unsafe-swiftshader",
    ];

    // Of all pages at once, whichever fixture is made last: so it is said once.
    [ModuleInitializer]
    internal static void BePatient() => Assertions.SetDefaultExpectTimeout(PatienceMs);

    public static Task<IBrowser> Launch(IPlaywright playwright)
        => playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium(), Args = Flags });

    private static string Chromium() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { "chromium", "chromium-browser" }.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists) ?? throw new InvalidOperationException("no chromium on PATH; tests/setup installs it");
}

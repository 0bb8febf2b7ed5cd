using CityGuard.Tests.Shared;
using Microsoft.Playwright;
using Xunit;

namespace CityGuard.EndToEnd.Tests.Page;

/// <summary>The default city, started by the README's own command, one browser, and one person who signed in by the printed link.</summary>
public sealed class LiveCity : IAsyncLifetime
{
    private const float PatienceMs = 180_000;
    private readonly string _data = Directory.CreateTempSubdirectory("cityguard-page-").FullName;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private readonly List<IBrowserContext> _windows = [];
    private string? _signedIn;

    public HostProcess Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Host = await HostProcess.RunReady(_data);
        Host.Http.DefaultRequestHeaders.Add("X-Api-Key", await HostProcess.AddKey(_data, "ingest", "read"));
        _playwright = await Playwright.CreateAsync();
        _browser = await Browser.Launch(_playwright);
        await using var context = await _browser.NewContextAsync();
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(PatienceMs); // thousands of actors are still waking up
        await page.GotoAsync(await Host.SignInLink());
        _signedIn = await context.StorageStateAsync();
    }

    /// <summary>The live page in a fresh window of the signed-in person, drawn and filled.</summary>
    public Task<IPage> Open(string language = "en", int width = 1440, int height = 900, Action<IPage>? before = null)
        => Open(Host.Url, _signedIn, language, width, height, before);

    /// <summary>The same for somebody with a sign-in of their own, who may end it.</summary>
    public async Task<IPage> OpenAsAnother()
    {
        var (code, link, errors) = await HostProcess.Run("link", "--data", _data, "--url", Host.Url);
        return code == 0 ? await Open(link.Trim(), signedIn: null, "en", 1440, 900, before: null) : throw new InvalidOperationException(errors);
    }

    private async Task<IPage> Open(string address, string? signedIn, string language, int width, int height, Action<IPage>? before)
    {
        var page = await Window(language, width, height, signedIn);
        before?.Invoke(page);
        try
        {
            await page.GotoAsync(address);
        }
        catch (PlaywrightException e)
        {
            throw new InvalidOperationException($"the page did not open; the host said:\n{Host.Output}", e);
        }

        await page.WaitForFunctionAsync("document.querySelector('[data-ready]') && document.querySelector('[data-filled]')");
        await page.WaitForFunctionAsync("/[0-9]/.test(document.querySelector('[data-level=Met] .value')?.textContent ?? '')");
        return page;
    }

    /// <summary>A window of somebody who has not signed in.</summary>
    public Task<IPage> OpenAsStranger() => Window("en", 1440, 900, signedIn: null);

    /// <summary>Closes what a test opened: a hidden map goes on drawing.</summary>
    public async Task CloseWindows()
    {
        foreach (var window in _windows)
            await window.CloseAsync();
        _windows.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (Host is not null)
            await Host.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    private async Task<IPage> Window(string language, int width, int height, string? signedIn)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            Locale = language,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ReducedMotion = ReducedMotion.Reduce,
            StorageState = signedIn,
        });
        _windows.Add(context);
        var page = await context.NewPageAsync();
        // Software WebGL on two cores draws a whole city in seconds, not milliseconds.
        page.SetDefaultTimeout(PatienceMs);
        return page;
    }
}

using Microsoft.Playwright;
using Xunit;

namespace CityGuard.EndToEnd.Tests.Page;

/// <summary>The small city without its field, automation off, and people at desks: each registered, with a browser window of his own.</summary>
public sealed class DeskCity : IAsyncLifetime
{
    private const float PatienceMs = 120_000;
    private readonly SampleHost _host;
    private readonly List<IBrowserContext> _windows = [];
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private int _people;

    public DeskCity()
        : this(new SampleHost())
    {
    }

    internal DeskCity(SampleHost host) => _host = host;

    public SampleHost Host => _host;

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        // Nobody is sent but by the people of the test.
        var (status, body) = await _host.Post("/api/v1/areas/city-sample/automatic", """{"on":false,"why":"people decide"}""");
        if (status != 200)
            throw new InvalidOperationException(body.ToString());
        _playwright = await Playwright.CreateAsync();
        _browser = await Browser.Launch(_playwright);
    }

    /// <summary>Reports an incident near the post of a patrol, and says where everybody who moves stands.</summary>
    public async Task<string> Report(string id, string cell = "c-00015", string severity = "high")
    {
        await _host.Positions();
        var (status, body) = await _host.Post("/api/v1/incidents", $$"""{"source":"desk","sourceId":"{{id}}","type":"robbery","severity":"{{severity}}","location":{"cell":"{{cell}}"} }""");
        return status == 201 ? body.GetProperty("id").GetString()! : throw new InvalidOperationException(body.ToString());
    }

    /// <summary>Sends the first patrol that would be chosen, as another system does; answers who it is.</summary>
    public async Task<string> Send(string incident, string role)
    {
        var list = await _host.Get($"/api/v1/incidents/{incident}/candidates?role={role}");
        var who = list.GetProperty("candidates").EnumerateArray().Where(c => c.GetProperty("verdict").GetString() != "busy").Select(c => c.GetProperty("responder").GetString()!).First(id => id.StartsWith("p-", StringComparison.Ordinal));
        var (status, body) = await _host.Post($"/api/v1/incidents/{incident}/add", $$"""{"responder":"{{who}}","role":"{{role}}","why":"as asked"}""");
        return status == 200 ? who : throw new InvalidOperationException(body.ToString());
    }

    /// <summary>The crew takes every step there is, to the end.</summary>
    public async Task Handle(string incident, string responder)
    {
        var held = (await _host.Get($"/api/v1/incidents/{incident}")).GetProperty("assignments").EnumerateArray()
            .Single(a => a.GetProperty("responder").GetString() == responder && a.GetProperty("state").GetString() == "granted");
        foreach (var step in new[] { "accepted", "enRoute", "onScene", "controlled", "cleared" })
        {
            var said = $$"""{"status":"{{step}}","at":"{{TimeProvider.System.GetUtcNow():O}}","incident":"{{incident}}","op":"{{held.GetProperty("op").GetString()}}","epoch":{{held.GetProperty("epoch").GetInt64()}}}""";
            var (status, body) = await _host.Post($"/api/v1/responders/{responder}/status", said);
            if (status is not (200 or 204))
                throw new InvalidOperationException(body.ToString());
        }
    }

    /// <summary>The desk of a new person.</summary>
    public async Task<IPage> Open(string name, string role = "dispatcher", string area = "d-01", string language = "en", int width = 1366, int height = 768)
    {
        var page = await SignIn(name, role, area, language, width, height);
        await page.GotoAsync($"{_host.Process.Url}/desk");
        await page.GetByTestId("queue").WaitForAsync();
        await Keyboard(page);
        return page;
    }

    /// <summary>A new person who has just opened the link, wherever that has led.</summary>
    public async Task<IPage> SignIn(string name, string role = "dispatcher", string area = "d-01", string language = "en", int width = 1366, int height = 768)
    {
        var link = await SignedIn.Register(_host, $"{name}{++_people}", role, area);
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions { Locale = language, ViewportSize = new ViewportSize { Width = width, Height = height }, ReducedMotion = ReducedMotion.Reduce });
        _windows.Add(context);
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(PatienceMs);
        await page.GotoAsync(link);
        return page;
    }

    /// <summary>Waits until the page hears its keys.</summary>
    public static Task Keyboard(IPage page)
        => page.WaitForFunctionAsync("document.documentElement.dataset.keys === '1' && document.documentElement.dataset.keysAt === location.pathname");

    /// <summary>Closes every window; where the test failed, what stood in them is told first.</summary>
    public async Task CloseWindows()
    {
        if (TestContext.Current.TestState?.Result == TestResult.Failed)
            foreach (var page in _windows.SelectMany(window => window.Pages))
                TestContext.Current.TestOutputHelper?.WriteLine($"{page.Url}\n{await page.InnerTextAsync("body")}");
        foreach (var window in _windows)
            await window.CloseAsync();
        _windows.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        await _host.DisposeAsync();
    }
}

using System.Net.Http.Json;
using System.Text.Json;
using CityGuard.Cities;
using CityGuard.Cities.Package;
using CityGuard.Cities.Sample;
using CityGuard.Tests.Shared;
using Xunit;

namespace CityGuard.EndToEnd.Tests;

/// <summary>The host in its own process over a small city, its field off: only the test moves it.</summary>
public sealed class SampleHost : IAsyncLifetime
{
    private readonly Func<CityDraft, CityDraft> _change;

    public SampleHost()
        : this(draft => draft)
    {
    }

    /// <summary>The same over a city with something changed.</summary>
    internal SampleHost(Func<CityDraft, CityDraft> change) => _change = change;

    /// <summary>The same, run otherwise.</summary>
    internal SampleHost(IReadOnlyDictionary<string, string> environment, params string[] options)
        : this(draft => draft)
        => (_environment, _options) = (environment, options);

    private readonly string _root = Directory.CreateTempSubdirectory("cityguard-e2e-").FullName;
    private readonly IReadOnlyDictionary<string, string> _environment = new Dictionary<string, string>();
    private readonly string[] _options = [];
    private string _key = "";

    public HostProcess Process { get; private set; } = null!;

    public string City => Path.Combine(_root, "city");

    public string Data => Path.Combine(_root, "data");

    public HttpClient Http { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        CityPackage.Save(_change(SampleCity.Draft(1)), City);
        await Start();
        _key = await HostProcess.AddKey(Data, "ingest", "read", "command");
        UseKey();
    }

    /// <summary>Kills the process without warning and starts another on the same folder.</summary>
    public async Task KillAndRestart()
    {
        await Process.Kill();
        await Process.DisposeAsync();
        await Start();
        UseKey();
    }

    public async Task<(int Status, JsonElement Body)> Post(string path, string json)
    {
        using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        using var answer = await Http.PostAsync(new Uri(path, UriKind.Relative), content);
        return ((int)answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    /// <summary>Everyone who moves says that he stands at his post now.</summary>
    public async Task Positions()
    {
        using var city = CityPackage.Load(City);
        var now = TimeProvider.System.GetUtcNow();
        var positions = city.Responders.Where(r => r.Id.Value[0] != 'u').Select(r => new { responder = r.Id.Value, lat = r.Post.Lat, lon = r.Post.Lon, at = now });
        using var answer = await Http.PostAsJsonAsync(new Uri("/api/v1/positions", UriKind.Relative), positions);
        answer.EnsureSuccessStatusCode();
    }

    public Task<JsonElement> Get(string path) => Http.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative));

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    private async Task Start()
    {
        Process = HostProcess.StartWith(_environment, Data, ["--city", City, "--field", "off", .. _options]);
        await Process.Ready();
    }

    private void UseKey()
    {
        Http = Process.Http;
        Http.DefaultRequestHeaders.Add("X-Api-Key", _key);
    }
}

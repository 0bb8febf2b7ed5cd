using CityGuard.Abstractions.Security;
using CityGuard.Cities;
using CityGuard.Cities.Package;
using CityGuard.Cities.Sample;
using CityGuard.Domain.Journal;
using CityGuard.Silo.Commands;
using CityGuard.Silo.Hosting;
using CityGuard.Silo.Security;
using CityGuard.Tests.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CityGuard.Client.Tests.Played;

/// <summary>The real host in this process over the sample city, on a clock that runs thirty times as fast as ours.</summary>
internal sealed class FastCity : IAsyncDisposable
{
    private const int Times = 30;
    private readonly string _folder = Directory.CreateTempSubdirectory("cityguard-played-").FullName;
    private EmbeddedStorage? _storage;
    private CityModel? _city;
    private WebApplication? _app;

    public FasterClock Clock { get; } = new(Times);

    public CityModel City => _city!;

    public CityGuardClient Client { get; private set; } = null!;

    public CountedJournal Journal { get; private set; } = null!;

    public static async Task<FastCity> Start(bool field)
    {
        var city = new FastCity();
        await city.Open(field);
        return city;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app!.StopAsync();
        await _app.DisposeAsync();
        _city!.Dispose();
        await _storage!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task Open(bool field)
    {
        var (package, data) = (Path.Combine(_folder, "city"), Path.Combine(_folder, "data"));
        CityPackage.Save(SampleCity.Draft(), package);
        _storage = await EmbeddedStorage.Open(data, Clock);
        _city = CityPackage.Load(package);
        Journal = new CountedJournal(_storage.Journal);
        var options = new CityOptions { Urls = "http://127.0.0.1:0", Data = data, City = package, Field = field };
        _app = CityApplication.Build(options, _city, _storage, Clock, await _storage.Bind(_city.Manifest, Clock), await UserTickets.Key(_storage.Secrets), services => services.AddSingleton<IJournal>(Journal));
        await _app.StartAsync();
        var key = await _app.Services.GetRequiredService<ApiKeyStore>().Add("played", Scope.Ingest | Scope.Read | Scope.Command, personal: false);
        Client = new CityGuardClient(new CityGuardClientOptions { BaseAddress = new Uri(_app.Urls.First()), ApiKey = key });
        await Until.True(async () => (await Client.GetHealthAsync()).Ready);
    }
}

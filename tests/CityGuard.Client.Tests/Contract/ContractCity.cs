using CityGuard.Abstractions.Responders;
using CityGuard.Abstractions.Security;
using CityGuard.Cities;
using CityGuard.Cities.Package;
using CityGuard.Cities.Sample;
using CityGuard.Silo.Commands;
using CityGuard.Silo.Hosting;
using CityGuard.Silo.Security;
using CityGuard.Tests.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CityGuard.Client.Tests.Contract;

/// <summary>The real host in this process, with the sample city in a temporary folder, its API on a free port and the field off.</summary>
public sealed class ContractCity : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cityguard-contract-").FullName;
    private EmbeddedStorage? _storage;
    private CityModel? _city;
    private WebApplication? _app;

    public CityModel City => _city!;

    public string FullKey { get; private set; } = "";

    public string ReadKey { get; private set; } = "";

    public CityGuardClient OverHttp(string? key) => new(new CityGuardClientOptions { BaseAddress = new Uri(_app!.Urls.First()), ApiKey = key, OrderWait = TimeSpan.FromSeconds(2) });

    public CityGuardClient InCluster(string? key) => new(_app!.Services.GetRequiredService<IClusterClient>(), new CityGuardClientOptions { ApiKey = key, OrderWait = TimeSpan.FromSeconds(2) });

    public async ValueTask InitializeAsync()
    {
        var (package, data) = (Path.Combine(_folder, "city"), Path.Combine(_folder, "data"));
        CityPackage.Save(SampleCity.Draft(), package);
        _storage = await EmbeddedStorage.Open(data, TimeProvider.System);
        _city = CityPackage.Load(package);
        var options = new CityOptions { Urls = "http://127.0.0.1:0", Data = data, City = package, Field = false };
        _app = CityApplication.Build(options, _city, _storage, TimeProvider.System, await _storage.Bind(_city.Manifest, TimeProvider.System), await UserTickets.Key(_storage.Secrets));
        await _app.StartAsync();
        var keys = _app.Services.GetRequiredService<ApiKeyStore>();
        FullKey = await keys.Add("contract", Scope.Ingest | Scope.Read | Scope.Command, personal: true);
        ReadKey = await keys.Add("reader", Scope.Read, personal: false);
        using var client = InCluster(null);
        await Until.True(async () => (await client.GetHealthAsync()).Ready);
    }

    /// <summary>Patrols count only while their position is fresh, and nobody plays them here.</summary>
    public async Task PatrolsAtTheirPosts(CityGuardClient client)
        => await client.ReportPositionsAsync(
            [.. _city!.Responders.Where(responder => responder.Kind == "patrolGroup").Select(patrol => new PositionReport(patrol.Id.Value, patrol.Post.Lat, patrol.Post.Lon, TimeProvider.System.GetUtcNow()))]);

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        _city?.Dispose();
        if (_storage is not null)
            await _storage.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

[CollectionDefinition(Name)]
public sealed class ContractCollection : ICollectionFixture<ContractCity>
{
    public const string Name = "contract";
}

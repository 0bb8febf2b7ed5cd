using CityGuard.Cities;
using CityGuard.Cities.Package;
using CityGuard.Domain.People;
using CityGuard.Grains.Hosting;
using CityGuard.Silo.Cluster;
using CityGuard.Silo.Commands;
using CityGuard.Silo.Security;
using Orleans.Runtime.MembershipService;

namespace CityGuard.Silo.Hosting;

/// <summary>Runs one node: store first, city second, then silo or client, API and page in one process.</summary>
internal static class CityHost
{
    public static async Task<int> Run(CityOptions options, Action<IServiceCollection>? change, CancellationToken cancel)
    {
        var clock = new SteadyClock(TimeProvider.System);
        if (options.Cluster is { } cluster && await cluster.Redis.Check(cluster.Name, clock) is { } advice)
            Console.Error.WriteLine($"cityguard: {advice}");
        // The lock comes first: two hosts on one folder must not even compile a city together.
        await using CityStorage storage = options.Cluster is { } joined
            ? await ClusterStorage.Open(joined.Tables, clock, cancel)
            : await EmbeddedStorage.Open(options.Data, clock);
        using var city = CityPackage.Load(options.City ?? await DefaultCity.Ensure(options.Data, isShared: options.Cluster is not null, cancel));
        var firstStart = await storage.Bind(city.Manifest, clock, cancel);

        await using var app = CityApplication.Build(options, city, storage, clock, firstStart, await UserTickets.Key(storage.Secrets), change);
        try
        {
            await app.StartAsync(cancel);
        }
        catch (Exception e) when (ListenFault.Explain(e, options.Urls) is { } line)
        {
            // The silo had started; it ends in order before anything is said.
            await app.StopAsync(CancellationToken.None);
            throw new CommandException(ExitCodes.Environment, line, e);
        }
        catch (OrleansClusterConnectivityCheckFailedException e)
        {
            // The others may have heard that it is joining: they hear that it is not.
            await app.StopAsync(CancellationToken.None);
            throw new CommandException(ExitCodes.Environment, JoinFault.Ended(options.Cluster!.Name, app.Services.GetService<ConnectionLog>(), e.Message), e);
        }

        await Announce(app, city, options);
        var failure = await StopOnStorageFailure(app, storage, cancel);
        return failure is null
            ? ExitCodes.Ok
            : throw new CommandException(ExitCodes.Environment, $"the journal failed and the city stopped, so that nothing is acknowledged that is not durable: {failure.Message}", failure);
    }

    /// <summary>Waits for the end of the host, or of the journal, whichever is first.</summary>
    private static async Task<Exception?> StopOnStorageFailure(WebApplication app, CityStorage storage, CancellationToken cancel)
    {
        var ended = app.WaitForShutdownAsync(cancel);
        if (await Task.WhenAny(ended, storage.Failed) == ended)
            return null;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        // Actors that cannot write do not end in order; why they cannot is what a person must be told.
        await app.StopAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return await storage.Failed;
    }

    private static async Task Announce(WebApplication app, CityModel city, CityOptions options)
    {
        var url = app.Urls.First();
        var token = await app.Services.GetRequiredService<SignInLinks>().Create(PersonRole.Commander);
        Console.WriteLine($"{city.Manifest.Name.En} {city.Manifest.Name.Zh}: {city.Cells.Count:N0} cells, {city.Responders.Length:N0} responders, {city.Targets.Length:N0} key targets; field {(options.Field ? "on" : "off")}.");
        if (city.Manifest.Synthetic.Length > 0)
            Console.WriteLine($"Synthetic: {string.Join(", ", city.Manifest.Synthetic)}.");
        if (options.Cluster is { } cluster)
            Console.WriteLine($"{(options.Role == NodeRole.Web ? "Web node" : "Silo")} of the cluster {cluster.Name}; tables at {cluster.Tables.Account}; {(cluster.Certificates is null ? "plain connections on loopback" : "connections with certificates")}.");
        Console.WriteLine($"Sign in once, within 24 hours: {url}/signin?token={token}");
    }
}

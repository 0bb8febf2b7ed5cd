using CityGuard.Cities;
using CityGuard.Cities.Package;
using CityGuard.Domain.People;
using CityGuard.Silo.Commands;
using CityGuard.Silo.Security;

namespace CityGuard.Silo.Hosting;

/// <summary>Runs one embedded city: journal first, city second, then silo, API and page in one process.</summary>
internal static class CityHost
{
    public static async Task<int> Run(CityOptions options, CancellationToken cancel)
    {
        // The lock comes first: two hosts on one folder must not even compile a city together.
        await using var storage = await EmbeddedStorage.Open(options.Data, TimeProvider.System);
        using var city = CityPackage.Load(options.City ?? DefaultCity.Ensure(options.Data));
        var firstStart = await storage.Bind(city.Manifest, TimeProvider.System, cancel);

        await using var app = CityApplication.Build(options, city, storage, firstStart);
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

        Announce(app, city, options);
        var failure = await StopOnStorageFailure(app, storage, cancel);
        return failure is null
            ? ExitCodes.Ok
            : throw new CommandException(ExitCodes.Environment, $"the journal failed and the city stopped, so that nothing is acknowledged that is not durable: {failure.Message}", failure);
    }

    /// <summary>Waits for the end of the host, or of the journal, whichever is first.</summary>
    private static async Task<Exception?> StopOnStorageFailure(WebApplication app, EmbeddedStorage storage, CancellationToken cancel)
    {
        var ended = app.WaitForShutdownAsync(cancel);
        if (await Task.WhenAny(ended, storage.Failed) == ended)
            return null;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await app.StopAsync(patience.Token);
        return await storage.Failed;
    }

    private static void Announce(WebApplication app, CityModel city, CityOptions options)
    {
        var url = app.Urls.First();
        var token = app.Services.GetRequiredService<SignInLinks>().Create(PersonRole.Commander);
        Console.WriteLine($"{city.Manifest.Name.En} {city.Manifest.Name.Zh}: {city.Cells.Count:N0} cells, {city.Responders.Length:N0} responders, {city.Targets.Length:N0} key targets; field {(options.Field ? "on" : "off")}.");
        if (city.Manifest.Synthetic.Length > 0)
            Console.WriteLine($"Synthetic: {string.Join(", ", city.Manifest.Synthetic)}.");
        Console.WriteLine($"Sign in once, within 24 hours: {url}/signin?token={token}");
    }
}

using System.Diagnostics;
using System.Text.Json;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Wire;
using CityGuard.Cities.Sample;
using CityGuard.Client;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Journal;
using CityGuard.Storage;
using CityGuard.Storage.Embedded;
using CityGuard.Storage.Vault;
using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.Faults.Tests.Campaign;

/// <summary>
/// The host's own process is killed again and again in the middle of its work. Whatever it acknowledged is there afterwards,
/// whatever it began comes to an end, and the journal breaks no rule.
/// </summary>
public sealed class KillCampaignTests(ITestOutputHelper output)
{
    private const int Kills = 22;
    private const int AcksBetweenKills = 60;
    private const int CallersAtOnce = 12;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly AreaId[] Districts = [AreaId.Parse("d-01"), AreaId.Parse("d-02")];

    [Fact]
    public async Task Nothing_that_was_acknowledged_is_lost_to_kill_9()
    {
        using var folder = new SamplePackage();
        using var acks = new AckLog(folder.Notes);
        var city = SampleCity.Build();
        var key = await HostProcess.AddKey(folder.Data, "ingest", "read");
        var url = $"http://127.0.0.1:{HostProcess.FreePort()}";
        using var wire = new Wire();
        using var client = new CityGuardClient(new CityGuardClientOptions { BaseAddress = new Uri(url), ApiKey = key, HttpHandler = wire, RetryDelay = TimeSpan.FromMilliseconds(50), MaxRetryDelay = TimeSpan.FromMilliseconds(500) });
        var crews = new Crews(client, acks, city.Responders);
        var callers = new Callers(client, acks, [.. city.Cells.Ids.Select(c => c.Value)], () => crews.Handled);

        var bitten = 0;
        await using (var last = await Campaign(url, folder, client, acks, callers, crews, inTransaction => bitten += inTransaction ? 1 : 0))
        {
            output.WriteLine($"{Kills} kills, {bitten} of them in an open transaction; {wire.CutOff} writes cut off and sent again, {callers.KeptUntold} reports kept though their caller was not told");
            output.WriteLine($"{callers.Reported.Count} incidents reported, {crews.Handled} orders handled, {crews.Refusals.Count} steps refused; {acks.Count} facts acknowledged");
            await last.Kill();
        }

        bitten.ShouldBeGreaterThanOrEqualTo(20);
        wire.CutOff.ShouldBeGreaterThanOrEqualTo(Kills);
        callers.KeptUntold.ShouldBePositive("not one kill came between a commit and its answer");
        acks.Count.ShouldBeGreaterThanOrEqualTo(1_000);
        crews.Handled.ShouldBeGreaterThan(100);
        acks.Dispose();
        await ShouldVerify(folder);
        await ShouldStillOpenEveryText(folder, callers);
    }

    /// <summary>Load without pause, kills in its midst; the host that is left at the end has come to rest.</summary>
    private async Task<HostProcess> Campaign(string url, SamplePackage folder, CityGuardClient client, AckLog acks, Callers callers, Crews crews, Action<bool> killed)
    {
        var journal = new DataFolder(folder.Data).Journal;
        var host = await Ready(url, folder);
        using var endOfCalls = new CancellationTokenSource();
        using var endOfWork = new CancellationTokenSource();
        var calling = callers.Run(CallersAtOnce, endOfCalls.Token);
        var working = crews.Run(Districts, endOfWork.Token);
        try
        {
            for (var kill = 1; kill <= Kills; kill++)
            {
                await Acknowledged(AcksBetweenKills);
                var caught = await Ambush.Stop(host.Pid, journal, () => Acknowledged(1));
                var inFlight = callers.UnderWay + crews.UnderWay;
                await host.Kill();
                killed(caught is not null);
                output.WriteLine($"kill {kill}: {acks.Count} acknowledged, {inFlight} requests in flight, {(caught is null ? "no transaction open" : $"in a transaction at attempt {caught}")}");
                await host.DisposeAsync();
                host = await Ready(url, folder);
            }

            await endOfCalls.CancelAsync();
            await calling;
            foreach (var incident in await AllClosed(client, callers.Reported.Keys, crews))
                acks.Add(nameof(Closed), incident.Value, null);
            await endOfWork.CancelAsync();
            await working;
            return host;
        }
        catch
        {
            await host.DisposeAsync(); // a host outlives a failed test otherwise
            throw;
        }

        async Task Acknowledged(int more)
        {
            var before = acks.Count;
            await Until.True(() => acks.Count - before >= more || calling.IsFaulted || working.IsFaulted, Patience);
            if (calling.IsFaulted || working.IsFaulted)
                await Task.WhenAny(calling, working).Unwrap();
        }
    }

    private static async Task<HostProcess> Ready(string url, SamplePackage folder)
    {
        var host = HostProcess.StartAt(url, folder.Data, "--city", folder.City, "--field", "off");
        await host.Ready();
        return host;
    }

    private async Task<IReadOnlyCollection<IncidentId>> AllClosed(CityGuardClient client, IEnumerable<IncidentId> incidents, Crews crews)
    {
        var open = incidents.ToHashSet();
        var closed = new List<IncidentId>();
        var waited = Stopwatch.StartNew();
        while (open.Count > 0 && waited.Elapsed < Patience)
            foreach (var incident in open.ToList())
                if (await client.GetIncidentAsync(incident) is { State: IncidentState.Closed } && open.Remove(incident))
                    closed.Add(incident);
        foreach (var incident in open)
        {
            output.WriteLine($"{JsonSerializer.Serialize(await client.GetIncidentAsync(incident), CityGuardJson.Options)}");
            foreach (var refusal in crews.Refusals.Where(r => r.StartsWith(incident.Value, StringComparison.Ordinal)))
                output.WriteLine(refusal);
        }

        open.ShouldBeEmpty("incidents that never came to an end");
        return closed;
    }

    private async Task ShouldVerify(SamplePackage folder)
    {
        var (code, text, errors) = await HostProcess.Run("journal", "verify", "--data", folder.Data, "--acked", folder.Notes, "--quiescent");
        output.WriteLine(text);
        errors.ShouldBeEmpty();
        code.ShouldBe(0, text);
    }

    /// <summary>The journal refers only to personal data that is there.</summary>
    private static async Task ShouldStillOpenEveryText(SamplePackage folder, Callers callers)
    {
        var data = new DataFolder(folder.Data);
        await using var journal = SqliteJournal.Open(data);
        await using var vault = SqliteVault.Open(data);
        foreach (var (incident, text) in callers.Reported)
        {
            var first = (await journal.Read(incident.Value, 0))[0];
            var opened = EventCodec.Incidents.Decode(first.Json).ShouldBeOfType<Opened>();
            (await vault.Open(opened.Vault.ShouldNotBeNull())).ShouldNotBeNull().Description.ShouldBe(text);
        }
    }
}

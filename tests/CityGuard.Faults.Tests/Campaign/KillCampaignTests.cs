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

    [Fact]
    public async Task Nothing_that_was_acknowledged_is_lost_to_kill_9()
    {
        using var folder = new SamplePackage();
        var key = await HostProcess.AddKey(folder.Data, "ingest", "read");
        var url = $"http://127.0.0.1:{HostProcess.FreePort()}";
        var host = await Ready(url, folder);
        await using var load = Load.Start(output, folder, key, () => [url], CallersAtOnce);
        var bitten = 0;
        try
        {
            for (var kill = 1; kill <= Kills; kill++)
            {
                await load.More(AcksBetweenKills);
                var caught = await Ambush.Stop(host.Pid, new DataFolder(folder.Data).Journal, () => load.More(1));
                var inFlight = load.Callers.UnderWay + load.Crews.UnderWay;
                await host.Kill();
                bitten += caught is null ? 0 : 1;
                output.WriteLine($"kill {kill}: {load.Acknowledged} acknowledged, {inFlight} requests in flight, {(caught is null ? "no transaction open" : $"in a transaction at attempt {caught}")}");
                await host.DisposeAsync();
                host = await Ready(url, folder);
            }

            await load.ComeToRest();
        }
        finally
        {
            await host.DisposeAsync(); // a host outlives a failed test otherwise
        }

        output.WriteLine($"{Kills} kills, {bitten} of them in an open transaction");
        bitten.ShouldBeGreaterThanOrEqualTo(20);
        load.Doors.CutOff.ShouldBeGreaterThanOrEqualTo(Kills);
        load.Callers.KeptUntold.ShouldBePositive("not one kill came between a commit and its answer");
        load.Acknowledged.ShouldBeGreaterThanOrEqualTo(1_000);
        load.Crews.Handled.ShouldBeGreaterThan(100);
        await ShouldVerify(folder);
        await ShouldStillOpenEveryText(folder, load.Callers);
    }

    private static async Task<HostProcess> Ready(string url, SamplePackage folder)
    {
        var host = HostProcess.StartAt(url, folder.Data, "--city", folder.City, "--field", "off");
        await host.Ready();
        return host;
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

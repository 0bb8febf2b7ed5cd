using System.Globalization;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Readiness;
using CityGuard.Client;
using CityGuard.Domain.Incidents;
using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.Faults.Tests.Campaign;

/// <summary>
/// The host's clock is set an hour ahead, and right again, while the city works. It follows ahead, does not go back, says so, and takes the right time when it is started again;
/// crews whose times do not fit are refused, and nothing is lost.
/// </summary>
public sealed class ClockJumpTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(1), Near = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_clock_that_is_set_ahead_and_right_again_spoils_nothing()
    {
        using var folder = new SamplePackage();
        var clock = folder.Notes + ".clock";
        Set(clock, TimeSpan.Zero);
        var key = await HostProcess.AddKey(folder.Data, "ingest", "read", "command");
        var url = $"http://127.0.0.1:{HostProcess.FreePort()}";
        await using var host = await Start(url, folder, clock);
        using var client = new CityGuardClient(new CityGuardClientOptions { BaseAddress = new Uri(url), ApiKey = key });
        var crewsAhead = TimeSpan.Zero;
        await using var load = Load.Start(output, folder, key, () => [url], callers: 2, now: () => DateTimeOffset.UtcNow + crewsAhead);
        await load.More(60);

        Set(clock, Ahead);
        await StampedNear(client, Ahead);
        crewsAhead = Ahead; // terminals that follow the same server
        await load.More(60);
        await Healthy(client);

        Set(clock, TimeSpan.Zero);
        await Until.True(async () => (await client.GetHealthAsync(TestContext.Current.CancellationToken)).Reasons?.Any(r => r.Contains("clock was set back", StringComparison.Ordinal)) == true);
        await StampedNear(client, Ahead);
        await load.More(60);

        crewsAhead = TimeSpan.Zero;
        await load.More(20); // no step with the old time is under way any more
        Posix.Terminate(host.Pid);
        (await host.Exited()).ShouldBe(0, host.Output);
        await using var again = await Start(url, folder, clock);
        await StampedNear(client, TimeSpan.Zero);
        await Healthy(client);
        await load.CloseOpen();
        // Crews are found, sent and believed again, though their last positions were kept with times that have not come yet.
        var handled = Followed();
        await load.More(60);
        await Until.True(() => Followed() > handled + 5, TimeSpan.FromMinutes(2));
        output.WriteLine($"{Followed() - handled} orders followed since the clock is right");

        await load.CloseOpen(); // whoever was sent just before it was
        await load.ComeToRest();
        var (code, text, errors) = await HostProcess.Run("journal", "verify", "--data", folder.Data, "--acked", folder.Notes);
        output.WriteLine(text);
        errors.ShouldBeEmpty();
        code.ShouldBe(0, text);

        int Followed() => load.Crews.Handled - load.Crews.Refusals.Count;

        // Nothing of the clock is to be seen. That the disk was slow for a moment may be, for half a minute.
        static Task Healthy(CityGuardClient client)
            => Until.True(async () => (await client.GetHealthAsync(TestContext.Current.CancellationToken)).State == HealthState.Ready, TimeSpan.FromMinutes(2));

        // What is told of an incident that comes in now.
        async Task StampedNear(CityGuardClient client, TimeSpan ahead)
        {
            var at = DateTimeOffset.MinValue;
            await Until.True(async () =>
            {
                var receipt = await client.ReportIncidentAsync(new IncidentReport("clock", $"{Guid.NewGuid():N}", "theft", IncidentSeverity.Low, new Location(Cell: "c-00001")));
                at = (await client.GetIncidentAsync(receipt.Id)).ShouldNotBeNull().Times.ReceivedAt;
                return (at - (DateTimeOffset.UtcNow + ahead)).Duration() < Near;
            });
            output.WriteLine($"an incident is received at {at:HH:mm:ss}, and it is {DateTimeOffset.UtcNow:HH:mm:ss}");
        }
    }

    private static async Task<HostProcess> Start(string url, SamplePackage folder, string clock)
    {
        var environment = new Dictionary<string, string> { ["CITYGUARD_TEST_CHANGES"] = "clock", ["CITYGUARD_TEST_CLOCK"] = clock };
        var host = HostProcess.StartAt(url, folder.Data, environment, "tests/CityGuard.Faults.Host/CityGuard.Faults.Host", null, "--city", folder.City, "--field", "off");
        await host.Ready();
        return host;
    }

    private static void Set(string clock, TimeSpan ahead)
    {
        var draft = clock + ".new";
        File.WriteAllText(draft, ahead.TotalSeconds.ToString(CultureInfo.InvariantCulture));
        File.Move(draft, clock, overwrite: true);
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using CityGuard.Abstractions.Incidents;
using CityGuard.Client;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.Faults.Tests.Campaign;

/// <summary>
/// More calls at once than a city of this size hears in a month, from more callers than it has responders. It may be slow; it may not acknowledge what it does not keep,
/// and it answers others meanwhile.
/// </summary>
public sealed class FloodTests(ITestOutputHelper output)
{
    /// <summary>Guangzhou's 110 hears some 30,000 calls a day, a busy minute perhaps 60: one a second. Ten times that, and more, without pause.</summary>
    private const int Peak = 1, Times = 10, Callers = 64;

    private static readonly TimeSpan During = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_flood_of_ten_times_the_peak_loses_nothing_that_was_acknowledged()
    {
        using var folder = new SamplePackage();
        var key = await HostProcess.AddKey(folder.Data, "ingest", "read");
        await using var host = await HostProcess.StartReady(folder.Data, "--city", folder.City, "--field", "off");
        using var client = new CityGuardClient(new CityGuardClientOptions { BaseAddress = new Uri(host.Url), ApiKey = key });
        using var acks = new AckLog(folder.Notes);
        var cells = CityGuard.Cities.Sample.SampleCity.Build().Cells.Ids;
        var waits = new ConcurrentBag<double>();
        var (clock, looks, late) = (Stopwatch.StartNew(), 0, 0);
        var looking = Task.Run(async () =>
        {
            while (clock.Elapsed < During)
            {
                try
                {
                    (await client.GetHealthAsync(CancellationToken.None)).Cells.ShouldBe(cells.Length);
                    looks++;
                }
                catch (CityGuardException)
                {
                    late++; // a look is not tried again by itself
                }
            }
        }, TestContext.Current.CancellationToken);
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async caller =>
        {
            for (var n = 0; clock.Elapsed < During; n++)
            {
                var (id, sent) = ($"{caller}-{n}", Stopwatch.GetTimestamp());
                var receipt = await client.ReportIncidentAsync(
                    new IncidentReport("campaign", id, "theft", IncidentSeverity.Medium, new Location(Cell: cells[((caller * 7_919) + (n * 31)) % cells.Length].Value), Description: $"flood {id}"), CancellationToken.None);
                waits.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
                acks.Add(nameof(Opened), receipt.Id.Value, $"campaign/{id}");
            }
        }));
        await looking;
        var rate = acks.Count / clock.Elapsed.TotalSeconds;
        var sorted = waits.Order().ToArray();
        output.WriteLine($"{acks.Count} reports acknowledged in {clock.Elapsed.TotalSeconds:F0} s, {rate:F0} a second ({rate / Peak:F0} times the peak); waited {sorted[sorted.Length / 2]:F0} ms, one in a hundred {sorted[(int)(sorted.Length * .99)]:F0} ms; {looks} looks answered meanwhile, {late} not");
        rate.ShouldBeGreaterThan(Peak * Times, "no flood: the test shows nothing");
        looks.ShouldBeGreaterThan(late);
        acks.Dispose();
        await host.Kill();
        var (code, text, errors) = await HostProcess.Run("journal", "verify", "--data", folder.Data, "--acked", folder.Notes);
        output.WriteLine(text);
        errors.ShouldBeEmpty();
        code.ShouldBe(0, text);
    }
}

using System.Diagnostics;
using CityGuard.Abstractions.Incidents;
using CityGuard.Benchmarks.Reporting;
using CityGuard.Cities;
using CityGuard.Cities.Generate;
using CityGuard.Client;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;

namespace CityGuard.Benchmarks.Cluster;

/// <summary>
/// A cluster on this machine: whole incidents with one, two and three silos beside what the bare tables take, messages between silos, and how soon it is itself again after a kill.
/// All processes share the machine's cores with the load and both servers; what more machines would give is not measured here.
/// </summary>
internal static class ClusterSuite
{
    private const int Callers = 48, Kills = 10;

    /// <summary>Beside kills: a city at work, not one at its limit. About two calls a second are what all of Guangzhou hears in a busy minute, and more.</summary>
    private const int CallersBesideKills = 8;
    private static readonly TimeSpan PauseBesideKills = TimeSpan.FromSeconds(4);

    /// <summary>Five calls a second, for as long as recovery may take: what all sectors at once would ask is ten times what these cores do in a second, kill or no kill.</summary>
    private const int CallsAfterKill = 40;
    private static readonly TimeSpan BetweenCalls = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(5), During = TimeSpan.FromSeconds(20);

    public static async Task Run(Report report, string[] rows)
    {
        bool Wanted(string row) => rows.Length == 0 || rows.Contains(row);
        Report.Say($"{Environment.ProcessorCount} cores for silos, load, Redis and tables together");
        var draft = GuangzhouGenerator.Generate(new GuangzhouOptions(Scale: 0.1));
        using var city = new CityModel(draft.Manifest with { Hash = "bench" }, draft.Parts);
        if (Wanted("rates"))
            await Rates(report, city);
        if (Wanted("recovery"))
            await Recovery(report, city);
    }

    private static async Task Rates(Report report, CityModel city)
    {
        var (bare, first) = (0.0, 0.0);
        foreach (var silos in new[] { 1, 2, 3 })
        {
            await using var cluster = await BenchCluster.Start(silos);
            if (silos == 1)
                report.Add("bare_table_tx_per_s", bare = await BareTables.TransactionsPerSecond(cluster.Processes.Tables), "transactions/s");
            await using var load = Load(cluster, city, Callers);
            await Task.Delay(Warm);
            var (clock, closed, sent) = (Stopwatch.StartNew(), load.Closed, cluster.Sent);
            await Task.Delay(During);
            var (seconds, done) = (clock.Elapsed.TotalSeconds, load.Closed - closed);
            var rate = done / seconds;
            first = silos == 1 ? rate : first;
            report.Add($"incidents_per_s_{silos}", rate, "incidents/s");
            report.Add($"incidents_over_bare_tx_{silos}", rate / bare, "of a bare transaction's rate");
            if (silos == 1)
                continue;
            report.Add($"per_silo_efficiency_{silos}", rate / (silos * first), "of one silo's rate, each");
            report.Add($"messages_between_silos_per_incident_{silos}", (cluster.Sent - sent) / (double)Math.Max(1, done), "messages");
        }
    }

    private static async Task Recovery(Report report, CityModel city)
    {
        await using var cluster = await BenchCluster.Start(3);
        var (taken, ready) = (new Percentiles(), new Percentiles());
        var load = Load(cluster, city, CallersBesideKills, PauseBesideKills);
        using (var client = load.NewClient(retries: 100))
            for (var kill = 0; kill < Kills; kill++)
            {
                await Task.Delay(Warm);
                var victim = cluster.Processes.Nodes[kill % 3];
                var clock = Stopwatch.StartNew();
                await cluster.Kill(victim);
                await Task.WhenAll(CallsAfter(client, city, kill, taken), Serving(cluster, clock, ready));
                Report.Say($"kill {kill + 1}: worst so far: a report waited {taken.At(1) / 1000:F1} s, all boards served after {ready.At(1) / 1000:F1} s");
                if (kill < Kills - 1)
                    await cluster.StartSilo(victim.Url);
            }

        var acknowledged = load.Acknowledged;
        report.Add("incidents_beside_kills", load.Closed, "incidents");
        await load.DisposeAsync();
        report.AtMost("accepted_worst_s", taken.At(1) / 1000, "s", 3);
        report.Add("accepted_99_s", taken.At(0.99) / 1000, "s");
        report.Add("accepted_median_s", taken.At(0.5) / 1000, "s");
        report.AtMost("recovery_worst_s", ready.At(1) / 1000, "s", 10);
        report.Add("recovery_median_s", ready.At(0.5) / 1000, "s");
        var (code, text, errors) = await cluster.Processes.Run("journal", "verify", "--acked", cluster.Acked);
        Report.Say(text + errors);
        report.Add("acked", acknowledged, "facts");
        report.Exactly("lost", code == 0 ? 0 : text.Split('\n').Count(line => line.Contains("acknowledged", StringComparison.Ordinal)) - 1, "facts", 0);
    }

    /// <summary>Calls from here and there, the first at the moment of the kill: how long each waits until it is taken.</summary>
    private static async Task CallsAfter(CityGuardClient client, CityModel city, int kill, Percentiles taken)
    {
        var calls = new List<Task>();
        for (var call = 0; call < CallsAfterKill; call++)
        {
            calls.Add(Timed(call));
            await Task.Delay(BetweenCalls);
        }

        await Task.WhenAll(calls);

        async Task Timed(int call)
        {
            var clock = Stopwatch.StartNew();
            var cell = city.Cells.Ids[(kill * CallsAfterKill + call) * 7_919 % city.Cells.Count];
            await client.ReportIncidentAsync(new IncidentReport("recovery", $"{kill}-{call}", "theft", IncidentSeverity.Medium, new Location(Cell: cell.Value)));
            taken.Add(clock.Elapsed);
        }
    }

    /// <summary>Until every survivor says that every board has answered it.</summary>
    private static async Task Serving(BenchCluster cluster, Stopwatch clock, Percentiles ready)
    {
        // What they say in the first moment is from before they know.
        await Task.Delay(TimeSpan.FromSeconds(1));
        foreach (var survivor in cluster.Processes.Nodes.ToList())
            await survivor.Ready();
        ready.Add(clock.Elapsed);
    }

    private static ClusterLoad Load(BenchCluster cluster, CityModel city, int callers, TimeSpan? pause = null) => new(
        cluster,
        [.. city.Cells.Ids.Select(c => c.Value)],
        [.. city.Areas.Where(a => a.Kind == AreaKind.District).Select(a => a.Id)],
        [.. city.Responders.Where(r => r.Kind == "patrolGroup")],
        callers,
        pause);
}

using CityGuard.Benchmarks.Reporting;
using CityGuard.Cities.Package;

namespace CityGuard.Benchmarks.Live;

/// <summary>
/// The whole Guangzhou-sized city. Raw rows first, on an empty silo and an empty journal; then one city in this process,
/// with timers, field and feed on; then the host as its own process, for what only a whole process can tell.
/// </summary>
internal static class LiveSuite
{
    /// <summary>Events of one incident that the ratios count with.</summary>
    private const int EventsPerIncident = 14;

    public static async Task Run(Report report, string[] arguments)
    {
        var scratch = Directory.CreateTempSubdirectory("cityguard-live-").FullName;
        try
        {
            var package = Path.Combine(scratch, "city");
            CityCompile.Run(report, package);

            var rawCalls = await RawSilo.Run(report);
            var raw = await RawJournal.Run(report, Path.Combine(scratch, "raw"), paced: 100 * EventsPerIncident);
            Report.Say($"raw: {rawCalls:N0} calls/s, {raw.AppendsPerSecond:N0} appends/s, p99 {raw.PacedP99:N2} ms at {100 * EventsPerIncident} events/s");

            using (var city = CityPackage.Load(package))
                await using (var live = await LiveCity.Start(city, Path.Combine(scratch, "live"), field: true))
                {
                    await live.ReportActors(report);
                    var events = await PerIncident.Run(report, live);
                    var perSecond = await ClosedLoop.Run(report, live);
                    report.AtLeast("journal_share", perSecond * events / raw.AppendsPerSecond, "ratio", 0.25);
                    await OpenLoop.Run(report, live, raw.PacedP99);
                    await Crossings.Run(report, live);
                }

            if (!arguments.Contains("--no-process"))
                await WholeProcess.Run(report, package, Path.Combine(scratch, "process"));
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }
}

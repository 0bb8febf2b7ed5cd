using CityGuard.Benchmarks.Reporting;
using CityGuard.Cities.Package;

namespace CityGuard.Benchmarks.Live;

/// <summary>
/// The whole Guangzhou-sized city. Raw rows first, on an empty silo and an empty journal; then the city in this process, with timers
/// and field on and a viewer on its feed; then the host as its own process, for what only a whole process can tell. The city is put away
/// while the bare journal is paced at the events a second that it was seen to make.
/// </summary>
internal static class LiveSuite
{
    public static async Task Run(Report report, string[] arguments)
    {
        var scratch = Directory.CreateTempSubdirectory("cityguard-live-").FullName;
        try
        {
            var package = Path.Combine(scratch, "city");
            CityCompile.Run(report, package);

            var rawCalls = await RawSilo.Run(report);
            var raw = await RawJournal.FlatOut(report, Path.Combine(scratch, "raw"));
            Report.Say($"raw: {rawCalls:N0} calls/s, {raw.AppendsPerSecond:N0} appends/s");

            using (var city = CityPackage.Load(package))
            {
                double events;
                await using (var live = await LiveCity.Start(city, Path.Combine(scratch, "live"), field: true))
                {
                    await live.ReportActors(report);
                    events = await PerIncident.Run(report, live, IncidentSort.Common);
                    var share = await ClosedLoop.Run(report, live, IncidentSort.Common) * events / raw.AppendsPerSecond;
                    if (raw.IsVoid)
                        report.Void("journal_share", share, "ratio", 0.25, RawJournal.TooSlow);
                    else
                        report.AtLeast("journal_share", share, "ratio", 0.25);
                    await PerIncident.Run(report, live, IncidentSort.Grave);
                    await ClosedLoop.Run(report, live, IncidentSort.Grave);
                    live.EnsureWatched();
                }

                var paced = await RawJournal.Paced(report, Path.Combine(scratch, "paced"), (int)Math.Round(OpenLoop.IncidentsPerSecond * events));
                await using (var live = await LiveCity.Start(city, Path.Combine(scratch, "live-open"), field: true))
                {
                    await OpenLoop.Run(report, live, raw, paced);
                    await DutyChange.Run(report, live);
                    await Crossings.Run(report, live);
                    live.EnsureWatched();
                }
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

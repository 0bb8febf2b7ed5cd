using CityGuard.Benchmarks.Live;
using CityGuard.Benchmarks.Reporting;

// One argument: the suite. Each prints a table and writes artifacts/benchmarks/<suite>.json.
switch (args)
{
    case ["live", .. var rest]:
        var report = new Report("live");
        await LiveSuite.Run(report, rest);
        report.Finish();
        return 0;
    default:
        Console.Error.WriteLine("usage: live");
        return 2;
}

using CityGuard.Benchmarks.Cluster;
using CityGuard.Benchmarks.Live;
using CityGuard.Benchmarks.Reporting;
using CityGuard.Benchmarks.Travel;
using CityGuard.Benchmarks.Whatif;

// One argument: the suite. Each prints a table and writes artifacts/benchmarks/<suite>.json.
return args switch
{
    ["cluster", .. var rest] => await Suite("cluster", report => ClusterSuite.Run(report, rest)),
    ["live", .. var rest] => await Suite("live", report => LiveSuite.Run(report, rest)),
    ["travel", .. var rest] => await Suite("travel", report => TravelSuite.Run(report, rest)),
    ["whatif", .. var rest] => await Suite("whatif", report => WhatifSuite.Run(report, rest)),
    _ => Usage(),
};

static async Task<int> Suite(string name, Func<Report, Task> run)
{
    var report = new Report(name);
    try
    {
        await run(report);
        return 0;
    }
    catch (Exception e)
    {
        // Rows that are missing must be seen to be missing; those that were measured are kept.
        Console.Error.WriteLine($"THE SUITE BROKE OFF: {e}");
        return 1;
    }
    finally
    {
        report.Finish();
    }
}

static int Usage()
{
    Console.Error.WriteLine("usage: cluster | live | travel | whatif");
    return 2;
}

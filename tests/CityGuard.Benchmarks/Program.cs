using CityGuard.Benchmarks.Live;
using CityGuard.Benchmarks.Reporting;

// One argument: the suite. Each prints a table and writes artifacts/benchmarks/<suite>.json.
switch (args)
{
    case ["live", .. var rest]:
        var report = new Report("live");
        try
        {
            await LiveSuite.Run(report, rest);
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

    default:
        Console.Error.WriteLine("usage: live");
        return 2;
}

using System.Diagnostics;
using CityGuard.Benchmarks.Reporting;
using CityGuard.Cities;
using CityGuard.Cities.Package;

namespace CityGuard.Benchmarks.Travel;

/// <summary>The package on disk, and how long it takes to verify and load it: the worst of five, its files warm.</summary>
internal static class PackageRows
{
    private const int Loads = 5;

    public static void Run(Report report, CityDraft draft, string folder)
    {
        CityPackage.Save(draft, folder);
        report.AtMost("package_mb", new DirectoryInfo(folder).EnumerateFiles().Sum(f => f.Length) / 1e6, "MB", 400);
        var taken = new List<double>();
        for (var load = 0; load < Loads; load++)
        {
            var clock = Stopwatch.StartNew();
            using var city = CityPackage.Load(folder);
            taken.Add(clock.Elapsed.TotalSeconds);
        }

        report.AtMost("load_s", taken.Max(), "s", 2);
    }
}

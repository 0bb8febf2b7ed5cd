using System.Diagnostics;
using CityGuard.Benchmarks.Reporting;
using CityGuard.Cities.Generate;
using CityGuard.Cities.Package;

namespace CityGuard.Benchmarks.Live;

/// <summary>Generates and compiles the default city, as the first run does.</summary>
internal static class CityCompile
{
    public static void Run(Report report, string folder)
    {
        var clock = Stopwatch.StartNew();
        CityPackage.Save(GuangzhouGenerator.Generate(new GuangzhouOptions()), folder);
        report.AtMost("city_compile_s", clock.Elapsed.TotalSeconds, "s", 60);
        report.Add("package_mib", new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length) / 1048576.0, "MiB");
    }
}

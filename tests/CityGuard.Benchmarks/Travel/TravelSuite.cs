using CityGuard.Benchmarks.Reporting;
using CityGuard.Cities.Generate;
using CityGuard.Cities.Import;
using CityGuard.Cities.Package;

namespace CityGuard.Benchmarks.Travel;

/// <summary>
/// Travel times on two networks: a real city's and the Guangzhou-sized one. Whatever is compared is asked about the same graph, sources
/// and limit, in this run, on one thread. Then the whole table, the package, and closures in the living city.
/// </summary>
internal static class TravelSuite
{
    public static async Task Run(Report report, string[] arguments)
    {
        var scratch = Directory.CreateTempSubdirectory("cityguard-travel-").FullName;
        try
        {
            await using var peer = await PgRouting.Start(Path.Combine(scratch, "peer"));
            var auckland = JemssImport.Run(Path.Combine(Environment.GetEnvironmentVariable("CITYGUARD_DATA") ?? Path.Combine("..", "shared", "data"), "cities", "auckland"), new JemssOptions());
            await OneToMany.Run(report, "auckland", auckland.Parts, peer);
            var guangzhou = GuangzhouGenerator.Generate(new GuangzhouOptions());
            await OneToMany.Run(report, "guangzhou", guangzhou.Parts, peer);

            WholeTable.Run(report, guangzhou.Parts);
            var package = Path.Combine(scratch, "city");
            PackageRows.Run(report, guangzhou, package);
            if (arguments.Contains("--no-live"))
                return;
            using var city = CityPackage.Load(package);
            await Closures.Run(report, city, Path.Combine(scratch, "live"));
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }
}

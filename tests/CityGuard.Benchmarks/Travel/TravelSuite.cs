using CityGuard.Benchmarks.Reporting;
using CityGuard.Cities.Generate;
using CityGuard.Cities.Import;

namespace CityGuard.Benchmarks.Travel;

/// <summary>
/// Travel times on two networks: of a real city and of the Guangzhou-sized one. Every comparison is made on the same graph, in this run,
/// on one thread.
/// </summary>
internal static class TravelSuite
{
    public static async Task Run(Report report, string[] arguments)
    {
        var guangzhou = GuangzhouGenerator.Generate(new GuangzhouOptions());
        var auckland = JemssImport.Run(Path.Combine(SharedFolder(), "cities", "auckland"), new JemssOptions());
        foreach (var (name, draft) in new[] { ("auckland", auckland), ("guangzhou", guangzhou) })
            new OneToMany(name, draft.Parts).Run(report);
        await Task.CompletedTask;
    }

    private static string SharedFolder() => Environment.GetEnvironmentVariable("CITYGUARD_DATA") ?? Path.Combine("..", "shared", "data");
}

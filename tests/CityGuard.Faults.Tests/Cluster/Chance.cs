using Xunit;

namespace CityGuard.Faults.Tests.Cluster;

/// <summary>Chance that tells its seed, so that a campaign can be run again; what the machine does meanwhile cannot.</summary>
internal static class Chance
{
    public static Random Seeded(ITestOutputHelper output)
    {
        var seed = Environment.GetEnvironmentVariable("CITYGUARD_SEED") is { Length: > 0 } given ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture) : Environment.TickCount;
        output.WriteLine($"seed {seed} (CITYGUARD_SEED={seed} repeats it)");
        return new Random(seed);
    }
}

using System.Diagnostics;
using System.Globalization;
using CityGuard.Faults.Tests.Campaign;
using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.Faults.Tests.Cluster;

/// <summary>The long form: hours of every fault that a cluster can have, drawn by chance. Run by <c>tests/soak HOURS [SEED]</c>; not part of the ordinary tests.</summary>
public sealed class SoakTests(ITestOutputHelper output)
{
    private static readonly string[] Faults = ["a silo killed", "a silo hung past its death", "a silo replaced in order", "Redis hung", "tables hung"];

    [Fact(Explicit = true)]
    public async Task Hours_of_faults_lose_nothing()
    {
        var chance = Chance.Seeded(output);
        var hours = double.Parse(Environment.GetEnvironmentVariable("CITYGUARD_SOAK_HOURS") ?? "0.05", CultureInfo.InvariantCulture);
        await using var city = await ClusterCity.Start(output, changes: "scattered", callers: 2);
        var (clock, counts, longest) = (Stopwatch.StartNew(), new int[Faults.Length], TimeSpan.Zero);
        while (clock.Elapsed < TimeSpan.FromHours(hours))
        {
            await city.Load.More(20 + chance.Next(100));
            var (fault, victim) = (chance.Next(Faults.Length), city.Cluster.Nodes[chance.Next(city.Cluster.Nodes.Count)]);
            await Strike(city, fault, victim);
            counts[fault]++;
            var waited = Stopwatch.StartNew();
            await city.Load.More(1);
            longest = waited.Elapsed > longest ? waited.Elapsed : longest;
            output.WriteLine($"{clock.Elapsed:hh\\:mm\\:ss} {Faults[fault]}; {city.Load.Acknowledged} acknowledged");
        }

        await city.ShouldHaveLostNothing();
        output.WriteLine($"{hours:0.##} hours: {string.Join(", ", Faults.Zip(counts, (f, n) => $"{n} times {f}"))}; after a fault the next acknowledgement came within {longest.TotalSeconds:F1} s");
        counts.Sum().ShouldBePositive();
    }

    private static async Task Strike(ClusterCity city, int fault, HostProcess victim)
    {
        switch (fault)
        {
            case 0:
                await city.Kill(victim);
                await city.StartSilo(victim.Url);
                break;
            case 1:
                await KilledSilosTests.HangPastDeath(city, victim);
                break;
            case 2:
                city.CloseDoor(victim);
                Posix.Terminate(victim.Pid);
                await victim.Exited();
                await city.Kill(victim);
                await city.StartSilo(victim.Url);
                break;
            case 3:
                await Hung(city.Cluster.Redis.Pid, () => city.Load.More(100));
                break;
            default:
                var cut = city.Load.Doors.CutOff + city.Load.Doors.Refused;
                await Hung(city.Cluster.Tables.Pid, () => Until.True(() => city.Load.Doors.CutOff + city.Load.Doors.Refused > cut));
                break;
        }
    }

    private static async Task Hung(int server, Func<Task> meanwhile)
    {
        Posix.Stop(server);
        await meanwhile();
        Posix.Continue(server);
    }
}

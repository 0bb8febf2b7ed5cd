using System.Diagnostics;
using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.Faults.Tests.Cluster;

/// <summary>Three silos, any of which is killed or stopped at any moment: nothing that was acknowledged is lost, nothing is left pending, no rule of the journal is broken.</summary>
public sealed class KilledSilosTests(ITestOutputHelper output)
{
    private const int Fewest = 6;
    private static readonly TimeSpan During = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Silos_are_killed_at_random_for_a_minute()
    {
        var chance = Chance.Seeded(output);
        await using var city = await ClusterCity.Start(output);
        var (clock, kills) = (Stopwatch.StartNew(), 0);
        while (clock.Elapsed < During || kills < Fewest)
        {
            await city.Load.More(40 + chance.Next(60));
            var victim = city.Cluster.Nodes[chance.Next(city.Cluster.Nodes.Count)];
            var (acknowledged, inFlight) = (city.Load.Acknowledged, city.Load.Callers.UnderWay + city.Load.Crews.UnderWay);
            await city.Kill(victim);
            output.WriteLine($"{clock.Elapsed:mm\\:ss} kill {++kills}: {acknowledged} acknowledged, {inFlight} requests in flight");
            await city.Load.More(20); // without it
            await city.StartSilo(victim.Url);
        }

        await city.ShouldHaveLostNothing();
        (city.Load.Doors.CutOff + city.Load.Doors.Closed).ShouldBeGreaterThanOrEqualTo(kills);
    }

    [Fact]
    public async Task A_silo_that_hangs_past_its_death_and_returns_writes_over_nobody()
    {
        var chance = Chance.Seeded(output);
        await using var city = await ClusterCity.Start(output, changes: "scattered");
        foreach (var round in Enumerable.Range(1, 2))
        {
            await city.Load.More(60);
            var victim = city.Cluster.Nodes[chance.Next(city.Cluster.Nodes.Count)];
            var before = city.Load.Acknowledged;
            await HangPastDeath(city, victim);
            output.WriteLine($"round {round}: a silo hung from {before} to {city.Load.Acknowledged} acknowledged facts");
        }

        await city.ShouldHaveLostNothing();
    }

    [Fact]
    public async Task Without_the_version_check_the_same_is_caught()
    {
        await using var city = await ClusterCity.Start(output, changes: "scattered,unchecked-versions");
        var caught = "";
        for (var round = 1; round <= 6 && caught.Length == 0; round++)
        {
            await city.Load.More(60);
            await HangPastDeath(city, city.Cluster.Nodes[round % 3]);
            if (await city.Verify(quiescent: false) is (not 0, var text))
                caught = text;
        }

        caught.ShouldNotBeEmpty("activations that others had overtaken wrote what they liked, and the checker did not notice");
    }

    /// <summary>
    /// The others declare it dead, take over what it held and write on it; it goes on where it stood. Its door is open, and Redis hangs when it returns: it cannot know
    /// what became of it, and acts for callers on what it remembers. When Redis is back it finds itself dead and ends.
    /// </summary>
    internal static async Task HangPastDeath(ClusterCity city, HostProcess victim)
    {
        var (redis, name) = (city.Cluster.Redis, city.Cluster.Name);
        var dead = await redis.DeadSilos(name);
        Campaign.Posix.Stop(victim.Pid);
        await Until.True(async () => await redis.DeadSilos(name) > dead);
        await city.Load.More(60);
        Campaign.Posix.Stop(redis.Pid);
        Campaign.Posix.Continue(victim.Pid);
        await city.Load.More(100);
        Campaign.Posix.Continue(redis.Pid);
        await Until.True(() => victim.HasEnded);
        await city.Kill(victim);
        await city.StartSilo(victim.Url);
    }
}

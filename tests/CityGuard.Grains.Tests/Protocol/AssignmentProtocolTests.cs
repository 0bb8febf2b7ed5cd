using System.Diagnostics;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Protocol;

/// <summary>
/// The assignment protocol under everything that may happen to it. Every run prints its seed, and a failure the seed of its walk: the environment
/// variable <c>CsCheck_Seed</c> repeats either. A failure is told as the shortest story that still fails.
/// </summary>
[Collection(nameof(WholeMachine))]
public sealed class AssignmentProtocolTests(ITestOutputHelper output)
{
    private const int WalksInOneRun = 6_000;

    [Fact]
    public void Nobody_is_held_twice_and_nobody_leaks_whatever_is_lost_doubled_stalled_or_dies()
    {
        var (walks, bites, since) = (Walks.OfThisRun(), new Bites(), Stopwatch.GetTimestamp());
        output.WriteLine($"seed {walks.Seed(0)}: set CsCheck_Seed to it to repeat this run");
        var run = Parallel.For(0, WalksInOneRun, (walk, loop) =>
        {
            var verdict = Walk.Take(walks.Draws(walk));
            lock (bites)
                bites.Add(verdict.Bites);
            if (verdict.IsBroken)
                loop.Break();
        });
        if (run.LowestBreakIteration is { } broken)
            Assert.Fail(new Failure(walks.Seed(broken), walks.Draws(broken), checksVersions: true).Message);

        output.WriteLine($"{WalksInOneRun} walks, {WalksInOneRun / Stopwatch.GetElapsedTime(since).TotalMinutes:N0} a minute");
        foreach (var (what, times) in bites.Counts)
            output.WriteLine($"{what}: {times}");
        bites.Counts.Where(c => c.Times == 0).Select(c => c.What).ShouldBeEmpty("what never happened was not tested");
    }

    [Fact]
    public void Without_the_version_check_the_same_walks_are_caught()
    {
        const int Tried = 1_000;
        var (walks, caught) = (Walks.OfThisRun(), 0);
        output.WriteLine($"seed {walks.Seed(0)}");
        Parallel.For(0, Tried, walk =>
        {
            if (Walk.Take(walks.Draws(walk), checksVersions: false).IsBroken)
                Interlocked.Increment(ref caught);
        });
        output.WriteLine($"{caught} of {Tried} walks");
        caught.ShouldBeGreaterThan(Tried / 4, "the walks hardly ever meet what the version check is for");
    }
}

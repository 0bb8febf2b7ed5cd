using CityGuard.Tests.Shared;
using CsCheck;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Protocol;

/// <summary>The assignment protocol under everything that may happen to it. A failure prints the seed that repeats it.</summary>
public sealed class AssignmentProtocolTests
{
    private static readonly Gen<uint[]> Draws = Gen.UInt.Array[0, 250];

    [Fact]
    public void Nobody_is_held_twice_and_nobody_leaks_whatever_is_lost_doubled_or_dies()
    {
        var (conflicts, faults, diverted, forced) = (0, 0, 0, 0);
        Draws.Sample(draws =>
        {
            var journal = new FakeJournal();
            var violations = Violations(journal, draws);
            Interlocked.Add(ref conflicts, journal.Conflicts);
            Interlocked.Add(ref faults, journal.FaultsHit);
            Interlocked.Add(ref diverted, Losses(journal, "Diverted"));
            Interlocked.Add(ref forced, Losses(journal, "ForceReleased"));
            violations.ShouldBeEmpty();
        }, iter: 2_000);
        conflicts.ShouldBeGreaterThan(0, "no stale activation ever met a conflict: the test shows nothing");
        faults.ShouldBeGreaterThan(0, "no append ever failed: the test shows nothing");
        diverted.ShouldBeGreaterThan(0, "nobody was ever diverted: the test shows nothing");
        forced.ShouldBeGreaterThan(0, "nobody was ever freed by force: the test shows nothing");
    }

    [Fact]
    public void Without_the_version_check_the_same_walks_are_caught()
    {
        var caught = 0;
        Draws.Sample(
            draws =>
            {
                if (Broken(draws))
                    Interlocked.Increment(ref caught);
            },
            iter: 1_000);
        caught.ShouldBeGreaterThan(0);
    }

    private static int Losses(FakeJournal journal, string kind)
        => journal.Streams().SelectMany(s => s.Events).Count(e => System.Text.Encoding.UTF8.GetString(e.Json.Span).StartsWith($$"""{"kind":"{{kind}}""", StringComparison.Ordinal));

    private static bool Broken(uint[] draws)
    {
        try
        {
            return Violations(new FakeJournal { ChecksVersions = false }, draws).Length > 0;
        }
        catch (InvalidOperationException)
        {
            return true; // facts that no rule can follow
        }
    }

    private static string[] Violations(FakeJournal journal, uint[] draws)
    {
        var world = new World(journal);
        foreach (var draw in draws)
            world.Happen(draw);
        var before = Invariants.Always(world).ToArray();
        if (before.Length > 0)
            return before;
        world.Settle();
        return [.. Invariants.Always(world), .. Invariants.AtRest(world)];
    }
}

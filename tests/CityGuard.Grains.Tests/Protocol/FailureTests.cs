using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Protocol;

/// <summary>What a failure of the model says of itself. A journal that does not check versions fails often enough to see.</summary>
[Collection(nameof(WholeMachine))]
public sealed class FailureTests
{
    private const int MostLines = 11;

    [Fact]
    public void A_writer_that_stalls_and_returns_is_told_as_a_story()
    {
        const string Seed = "dj7_rUEqIbc0";
        var draws = Walks.From(Seed).Draws(0);
        var failure = new Failure(Seed, draws, checksVersions: false, named: "while held by incident 1");

        failure.Told.ShouldBe([
            "08:00:01  incident 3 asks for p-C-0003 (o-1, epoch 0)",
            "08:00:02  incident 3 sends p-C-0003 its request o-1 (epoch 0)",
            "08:00:03  incident 3's request o-1 (epoch 0) reaches p-C-0003, which is assigned to incident 3 (o-1, epoch 1) by an append that stalls",
            "08:00:04  incident 1 asks for p-C-0003 (o-1, epoch 0)",
            "08:00:05  p-C-0003 (activation 2) wakes beside a living one",
            "08:00:06  incident 1 sends p-C-0003 its request o-1 (epoch 0)",
            "08:00:07  incident 1's request o-1 (epoch 0) reaches p-C-0003 (activation 2), which is assigned to incident 1 (o-1, epoch 1), then answers yes",
            "08:00:08  the stalled append lands: p-C-0003 is assigned to incident 3 (o-1, epoch 1), and the journal takes it although another wrote first, then answers yes",
        ]);
        failure.Message.ShouldStartWith($"seed {Seed} (set CsCheck_Seed to it to repeat this walk); 7 of {draws.Length} things that happened are enough:\n08:00:01  incident 3 asks");
        failure.Message.ShouldEndWith("\n=> p-C-0003 version 2: assigned to incident 3 o-1 while held by incident 1 o-1");
        foreach (var (at, _) in failure.Draws.Index())
            Walk.Take([.. failure.Draws[..at], .. failure.Draws[(at + 1)..]], checksVersions: false).Violations.ShouldBeEmpty($"without line {at + 1} nothing is wrong");
        Walk.Take(failure.Draws).Violations.ShouldBeEmpty("a journal that checks versions refuses the last line");
    }

    [Fact]
    public void Every_failure_is_told_in_few_lines_and_needs_each_of_them()
    {
        var walks = Walks.From("0000000Aw3M0");
        var failing = Enumerable.Range(0, int.MaxValue).Where(walk => Walk.Take(walks.Draws(walk), checksVersions: false).IsBroken);
        foreach (var walk in failing.Take(25))
        {
            var failure = new Failure(walks.Seed(walk), walks.Draws(walk), checksVersions: false);
            failure.Violations.ShouldNotBeEmpty(failure.Message);
            failure.Told.Count.ShouldBeLessThanOrEqualTo(MostLines, failure.Message);
            // What is on its way at the end lands, which is a line of nobody's.
            failure.Told.Count.ShouldBeInRange(failure.Draws.Length, failure.Draws.Length + 1, failure.Message);
            foreach (var (at, _) in failure.Draws.Index())
                failure.Fails([.. failure.Draws[..at], .. failure.Draws[(at + 1)..]]).ShouldBeFalse($"line {at + 1} is not needed: {failure.Message}");
        }
    }

    [Fact]
    public void A_walk_is_the_same_whether_anybody_listens_and_however_often()
    {
        var draws = Walks.From("0000000Aw3M0").Draws(1);
        var (first, second) = (new Narration(), new Narration());
        var verdicts = (Verdict[])[Walk.Take(draws, false), Walk.Take(draws, false, first), Walk.Take(draws, false, second)];

        first.Lines.Count.ShouldBeGreaterThan(MostLines);
        second.Lines.ShouldBe(first.Lines);
        verdicts[0].IsBroken.ShouldBeTrue();
        foreach (var verdict in verdicts)
        {
            verdict.Violations.ShouldBe(verdicts[0].Violations);
            verdict.Bites.Counts.ShouldBe(verdicts[0].Bites.Counts);
        }
    }

    [Fact]
    public void The_seed_of_any_walk_begins_a_run_with_that_walk()
    {
        var walks = Walks.From("0000000Aw3M0");
        Walks.From(walks.Seed(4_321)).Draws(0).ShouldBe(walks.Draws(4_321));
        walks.Draws(4_321).ShouldNotBe(walks.Draws(4_322));
    }
}

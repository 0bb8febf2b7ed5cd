using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Geography;
using CsCheck;
using Shouldly;
using Xunit;

namespace CityGuard.Domain.Tests.Dispatch;

public sealed class DispatchPolicyTests
{
    private static readonly Gen<Candidate[]> Candidates =
        Gen.Select(Gen.Byte[0, 2], Gen.OneOf(Gen.Const((byte)CandidateFlags.Fit), Gen.Byte[0, 63]), Gen.ULong[0, 3], Gen.OneOf(Gen.UShort[0, 40], Gen.Const(Travel.Beyond)))
            .Array[0, 16]
            .Select(list => list.Select((c, i) => new Candidate(i, c.Item1, (CandidateFlags)c.Item2, c.Item3, c.Item4, i)).ToArray());

    private static readonly Gen<Requirement> Requirements =
        Gen.Select(Gen.ULong[0, 7], Gen.ULong[0, 3], Gen.Byte[0, 4], Gen.OneOf(Gen.UShort[0, 40], Gen.Const(Travel.Beyond)),
            (kinds, capabilities, count, limit) => new Requirement(kinds, capabilities, count, limit));

    [Fact]
    public void The_soonest_fit_ones_go_and_everyone_else_is_told_why()
    {
        var requirement = new Requirement(0b01, 0b1, 1, 500);
        Candidate[] candidates =
        [
            Fit(0) with { Kind = 1 },
            Fit(1) with { Flags = CandidateFlags.Fit | CandidateFlags.Elsewhere },
            Fit(2) with { Flags = CandidateFlags.Fit & ~CandidateFlags.InService },
            Fit(3) with { Flags = CandidateFlags.Fit & ~CandidateFlags.Free },
            Fit(4) with { Flags = CandidateFlags.Fit & ~CandidateFlags.Fresh },
            Fit(5) with { Flags = CandidateFlags.Fit & ~CandidateFlags.Ready },
            Fit(6) with { Flags = CandidateFlags.Fit | CandidateFlags.Excluded },
            Fit(7) with { Capabilities = 0b10 },
            Fit(8) with { Deciseconds = 501 },
            Fit(9),
            Fit(10) with { Deciseconds = 99 },
        ];
        var (chosen, verdicts) = Select(requirement, candidates);
        chosen.ShouldBe([10]);
        verdicts.ShouldBe(
        [
            Verdict.WrongKind, Verdict.Elsewhere, Verdict.OutOfService, Verdict.Busy, Verdict.Stale, Verdict.NotReady,
            Verdict.Excluded, Verdict.LacksCapability, Verdict.TooFar, Verdict.Later, Verdict.Chosen,
        ]);
    }

    [Fact]
    public void Equal_arrivals_go_by_responder()
        => Select(new Requirement(1, 0, 2, Travel.Beyond), [Fit(7), Fit(3), Fit(5)]).Chosen.ShouldBe([3, 5]);

    [Fact]
    public void Nobody_is_sent_whose_way_is_not_known_even_without_a_limit()
        => Select(new Requirement(1, 0, 1, Travel.Beyond), [Fit(1) with { Deciseconds = Travel.Beyond }]).Verdicts.ShouldBe([Verdict.TooFar]);

    [Fact]
    public void Chooses_what_sorting_everyone_would_choose()
        => Gen.Select(Requirements, Candidates).Sample((requirement, candidates) =>
        {
            var expected = candidates.Where(c => DispatchPolicy.Judge(requirement, c) == Verdict.Later)
                .OrderBy(c => c.Deciseconds).ThenBy(c => c.Responder).Take(requirement.Count).Select(c => c.Responder);
            return Select(requirement, candidates).Chosen.SequenceEqual(expected);
        }, iter: 20_000);

    [Fact]
    public void Each_candidate_gets_one_verdict_and_the_chosen_are_the_chosen()
        => Gen.Select(Requirements, Candidates).Sample((requirement, candidates) =>
        {
            var (chosen, verdicts) = Select(requirement, candidates);
            return Enumerable.Range(0, candidates.Length).All(i => verdicts[i] == Verdict.Chosen
                ? chosen.Contains(candidates[i].Responder)
                : verdicts[i] == DispatchPolicy.Judge(requirement, candidates[i]) && !chosen.Contains(candidates[i].Responder));
        });

    [Fact]
    public void No_verdicts_asked_changes_nothing()
        => Gen.Select(Requirements, Candidates).Sample((requirement, candidates) =>
        {
            var choices = new Choice[8];
            var count = DispatchPolicy.Select(requirement, candidates, choices, []);
            return choices[..count].Select(c => candidates[c.Candidate].Responder).SequenceEqual(Select(requirement, candidates).Chosen);
        });

    [Fact]
    public void The_order_of_candidates_does_not_matter()
        => Gen.Select(Requirements, Candidates.SelectMany(c => Gen.Shuffle(c).Select(s => (Plain: c, Shuffled: s)))).Sample((requirement, pair)
            => Select(requirement, pair.Plain).Chosen.SequenceEqual(Select(requirement, pair.Shuffled).Chosen));

    /// <summary>Candidates come by a lower bound of their arrival; once it exceeds the worst choice the rest need not be looked at.</summary>
    [Fact]
    public void A_prefix_that_ends_past_the_worst_choice_chooses_the_same()
        => Gen.Select(Requirements, Candidates, Gen.UShort[0, 10]).Sample((requirement, candidates, slack) =>
        {
            ushort Bound(Candidate c) => (ushort)Math.Max(0, c.Deciseconds - slack);
            var byBound = candidates.OrderBy(Bound).ThenBy(c => c.Responder).ToArray();
            var whole = Select(requirement, byBound).Chosen;
            for (var end = 0; end <= byBound.Length; end++)
            {
                var prefix = Select(requirement, byBound[..end]).Chosen;
                var full = prefix.Length == requirement.Count;
                var worst = full && prefix.Length > 0 ? byBound.First(c => c.Responder == prefix[^1]).Deciseconds : Travel.Beyond;
                if (full && (end == byBound.Length || Bound(byBound[end]) > worst || requirement.Count == 0) && !prefix.SequenceEqual(whole))
                    return false;
            }

            return true;
        });

    [Fact]
    public void Selects_without_allocating()
    {
        Candidate[] candidates = [Fit(1), Fit(2), Fit(3)];
        var choices = new Choice[2];
        var verdicts = new Verdict[3];
        var requirement = new Requirement(1, 0, 2, Travel.Beyond);
        DispatchPolicy.Select(requirement, candidates, choices, verdicts);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            DispatchPolicy.Select(requirement, candidates, choices, verdicts);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static Candidate Fit(int responder) => new(responder, 0, CandidateFlags.Fit, 0b1, 100, 1);

    private static (int[] Chosen, Verdict[] Verdicts) Select(Requirement requirement, Candidate[] candidates)
    {
        var choices = new Choice[8];
        var verdicts = new Verdict[candidates.Length];
        var count = DispatchPolicy.Select(requirement, candidates, choices, verdicts);
        return (choices[..count].Select(c => candidates[c.Candidate].Responder).ToArray(), verdicts);
    }
}

using CityGuard.Domain.Geography;

namespace CityGuard.Domain.Dispatch;

/// <summary>
/// The one rule that chooses who is sent: the fit candidates that arrive first, by (arrival, responder index).
/// Pure and allocation-free; the order of the candidates does not matter.
/// </summary>
public static class DispatchPolicy
{
    /// <summary>Chooses up to <c>requirement.Count</c> candidates, soonest first.</summary>
    /// <param name="requirement">What is wanted.</param>
    /// <param name="candidates">Each responder at most once.</param>
    /// <param name="choices">Receives the choices; its length also bounds them.</param>
    /// <param name="verdicts">Receives one verdict per candidate; may be empty, which changes nothing else.</param>
    /// <returns>How many were chosen.</returns>
    public static int Select(in Requirement requirement, ReadOnlySpan<Candidate> candidates, Span<Choice> choices, Span<Verdict> verdicts)
    {
        var most = Math.Min(requirement.Count, choices.Length);
        var chosen = 0;
        for (var i = 0; i < candidates.Length; i++)
        {
            var verdict = Judge(requirement, candidates[i]);
            if (!verdicts.IsEmpty)
                verdicts[i] = verdict;
            if (verdict == Verdict.Later)
                chosen = Offer(candidates, i, choices[..most], chosen);
        }

        if (!verdicts.IsEmpty)
            foreach (var choice in choices[..chosen])
                verdicts[choice.Candidate] = Verdict.Chosen;
        return chosen;
    }

    /// <summary>Why this candidate cannot be sent; <see cref="Verdict.Later"/> when it can.</summary>
    public static Verdict Judge(in Requirement requirement, in Candidate candidate)
    {
        if ((requirement.Kinds & (1UL << candidate.Kind)) == 0)
            return Verdict.WrongKind;
        if (Has(candidate, CandidateFlags.Elsewhere))
            return Verdict.Elsewhere;
        if (Has(candidate, CandidateFlags.Lent))
            return Verdict.Lent;
        if (!Has(candidate, CandidateFlags.InService))
            return Verdict.OutOfService;
        if (!Has(candidate, CandidateFlags.Free))
            return Verdict.Busy;
        if (!Has(candidate, CandidateFlags.Fresh))
            return Verdict.Stale;
        if (!Has(candidate, CandidateFlags.Ready))
            return Verdict.NotReady;
        if (Has(candidate, CandidateFlags.Excluded))
            return Verdict.Excluded;
        if ((candidate.Capabilities & requirement.Capabilities) != requirement.Capabilities)
            return Verdict.LacksCapability;
        return candidate.Deciseconds == Travel.Beyond || candidate.Deciseconds > requirement.LimitDeciseconds ? Verdict.TooFar : Verdict.Later;
    }

    /// <summary>The total order of choosing: arrival, then responder index. Negative: <paramref name="left"/> goes first.</summary>
    public static int Compare(in Candidate left, in Candidate right)
    {
        var byArrival = left.Deciseconds.CompareTo(right.Deciseconds);
        return byArrival != 0 ? byArrival : left.Responder.CompareTo(right.Responder);
    }

    /// <summary>Keeps the choices sorted; the last one falls out when they are full.</summary>
    private static int Offer(ReadOnlySpan<Candidate> candidates, int candidate, Span<Choice> choices, int chosen)
    {
        var place = chosen;
        while (place > 0 && Compare(candidates[candidate], candidates[choices[place - 1].Candidate]) < 0)
            place--;
        if (place == choices.Length)
            return chosen;
        var kept = Math.Min(chosen, choices.Length - 1);
        choices[place..kept].CopyTo(choices[(place + 1)..]);
        choices[place] = new Choice(candidate);
        return kept + 1;
    }

    private static bool Has(in Candidate candidate, CandidateFlags flag) => (candidate.Flags & flag) != 0;
}

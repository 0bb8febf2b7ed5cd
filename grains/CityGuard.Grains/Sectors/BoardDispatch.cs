using System.Buffers;
using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Geography;

namespace CityGuard.Grains.Sectors;

/// <summary>Puts everyone a board knows before the dispatch policy.</summary>
internal static class BoardDispatch
{
    /// <summary>How many considered candidates a decision keeps.</summary>
    public const int NearestKept = 32;

    /// <summary>Everyone known, as candidates for a place.</summary>
    /// <param name="far">Times of those beyond the travel table, by responder; null while nobody looked.</param>
    public static Candidate[] Candidates(ReadinessBoard board, SelectionQuery query, DateTimeOffset now, IReadOnlyDictionary<int, ushort>? far = null)
    {
        var columns = board.Map.Index.Responders;
        var excluded = query.Excluded.ToHashSet();
        var candidates = new Candidate[board.Known.Count];
        for (var i = 0; i < candidates.Length; i++)
        {
            var known = board.Known[i];
            var beacon = known.Beacon;
            var bound = columns.PremisesOnly[known.Responder];
            var elsewhere = bound && (query.Target < 0 || columns.Premises[known.Responder] != query.Target);
            var flags = beacon.Flags(now) | (elsewhere ? CandidateFlags.Elsewhere : 0) | (excluded.Contains(known.Responder) ? CandidateFlags.Excluded : 0);
            var travel = elsewhere ? Travel.Beyond : bound ? (ushort)0 : Time(board, beacon.Cell, query.Cell);
            if (travel == Travel.Beyond && far is not null)
                travel = far.GetValueOrDefault(known.Responder, Travel.Beyond);
            var arrival = BeaconOrder.Add(travel, BeaconOrder.Add(columns.Turnout[known.Responder], beacon.AvailableInDeciseconds));
            candidates[i] = new Candidate(known.Responder, columns.Kind[known.Responder], flags, columns.Capabilities[known.Responder], arrival, beacon.Epoch);
        }

        return candidates;
    }

    /// <summary>Applies the policy and keeps what a decision journals.</summary>
    public static Selection Decide(SelectionQuery query, Candidate[] candidates, bool automatic, string rulesVersion)
    {
        var choices = new Choice[query.Requirement.Count];
        var verdicts = ArrayPool<Verdict>.Shared.Rent(candidates.Length);
        try
        {
            var given = verdicts.AsSpan(0, candidates.Length);
            var chosen = DispatchPolicy.Select(query.Requirement, candidates, choices, given);
            var counts = new int[Enum.GetValues<Verdict>().Length];
            foreach (var verdict in given)
                counts[(int)verdict]++;
            return new Selection(
                automatic, rulesVersion, [.. choices.Take(chosen).Select(c => candidates[c.Candidate])], Nearest(candidates, verdicts), counts);
        }
        finally
        {
            ArrayPool<Verdict>.Shared.Return(verdicts);
        }
    }

    /// <summary>The nearest with their verdicts; the chosen always among them.</summary>
    private static ConsideredCandidate[] Nearest(Candidate[] candidates, Verdict[] verdicts)
        => [.. Enumerable.Range(0, candidates.Length)
            .Select(i => new ConsideredCandidate(candidates[i], verdicts[i]))
            .OrderBy(c => c.Verdict == Verdict.Chosen ? 0 : 1).ThenBy(c => c.Candidate.Deciseconds).ThenBy(c => c.Candidate.Responder)
            .Take(NearestKept)
            .OrderBy(c => c.Candidate.Deciseconds).ThenBy(c => c.Candidate.Responder)];

    private static ushort Time(ReadinessBoard board, int from, int to)
    {
        if (!board.Map.TryLocalCell(to, out var local))
            return board.Map.Index.City.Travel.Time(from, to, board.Map.Index.City.Cells);
        var slice = board.Map.Index.City.Travel.Slice(from, board.Map.Sector);
        return slice.IsEmpty ? Travel.Beyond : slice[local];
    }
}

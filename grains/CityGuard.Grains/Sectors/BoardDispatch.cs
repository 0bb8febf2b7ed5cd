using System.Buffers;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Geography;

namespace CityGuard.Grains.Sectors;

/// <summary>Puts everyone a board knows before the dispatch policy.</summary>
internal static class BoardDispatch
{
    /// <summary>How many considered candidates a decision keeps.</summary>
    public const int NearestKept = 32;

    private static readonly int VerdictKinds = Enum.GetValues<Verdict>().Length;

    /// <summary>Everyone known, as candidates for a place.</summary>
    /// <param name="far">Times of those beyond the travel table, by responder; null while nobody looked.</param>
    public static Candidate[] Candidates(ReadinessBoard board, SelectionQuery query, DateTimeOffset now, IReadOnlyDictionary<int, ushort>? far = null)
    {
        var columns = board.Map.Index.Responders;
        var candidates = new Candidate[board.Known.Count];
        for (var i = 0; i < candidates.Length; i++)
        {
            var known = board.Known[i];
            var beacon = known.Beacon;
            var elsewhere = columns.IsElsewhere(known.Responder, query.Target);
            var flags = beacon.Flags(now) | (elsewhere ? CandidateFlags.Elsewhere : 0) | (query.Excluded.Contains(known.Responder) ? CandidateFlags.Excluded : 0)
                | (beacon.IsLentAway(board.Map, now) ? CandidateFlags.Lent : 0);
            var arrival = Arrival(board, known, query.Cell, query.Target, far?.GetValueOrDefault(known.Responder, Travel.Beyond) ?? Travel.Beyond);
            candidates[i] = new Candidate(known.Responder, columns.Kind[known.Responder], flags, columns.Capabilities[known.Responder], arrival, beacon.Epoch);
        }

        return candidates;
    }

    /// <summary>Turnout, remaining work and travel of one at a place, deciseconds.</summary>
    /// <param name="far">Its travel where the table says that it is out of reach.</param>
    public static ushort Arrival(ReadinessBoard board, KnownResponder known, int cell, int target, ushort far = Travel.Beyond)
    {
        var columns = board.Map.Index.Responders;
        var travel = columns.IsElsewhere(known.Responder, target) ? Travel.Beyond : columns.PremisesOnly[known.Responder] ? (ushort)0 : Time(board, known, cell);
        return BeaconOrder.Add(travel == Travel.Beyond ? far : travel, BeaconOrder.Add(columns.Turnout[known.Responder], known.Beacon.AvailableInDeciseconds));
    }

    /// <summary>Applies the policy and keeps what a decision journals.</summary>
    public static Selection Decide(SelectionQuery query, Candidate[] candidates, ModeWord word, string rulesVersion)
    {
        var choices = new Choice[query.Requirement.Count];
        var verdicts = ArrayPool<Verdict>.Shared.Rent(candidates.Length);
        try
        {
            var given = verdicts.AsSpan(0, candidates.Length);
            var chosen = DispatchPolicy.Select(query.Requirement, candidates, choices, given);
            var counts = new int[VerdictKinds];
            foreach (var verdict in given)
                counts[(int)verdict]++;
            return new Selection(
                word, rulesVersion, [.. choices.Take(chosen).Select(c => candidates[c.Candidate])], Nearest(candidates, verdicts), counts);
        }
        finally
        {
            ArrayPool<Verdict>.Shared.Return(verdicts);
        }
    }

    /// <summary>The nearest with their verdicts; the chosen always among them.</summary>
    private static ConsideredCandidate[] Nearest(Candidate[] candidates, ReadOnlySpan<Verdict> verdicts)
    {
        var kept = new List<ConsideredCandidate>(NearestKept + 1);
        for (var i = 0; i < candidates.Length; i++)
        {
            var considered = new ConsideredCandidate(candidates[i], verdicts[i]);
            if (kept.Count == NearestKept && !GoesBefore(considered, kept[^1]))
                continue;
            var place = kept.Count;
            while (place > 0 && GoesBefore(considered, kept[place - 1]))
                place--;
            kept.Insert(place, considered);
            if (kept.Count > NearestKept)
                kept.RemoveAt(NearestKept);
        }

        kept.Sort((a, b) => DispatchPolicy.Compare(a.Candidate, b.Candidate));
        return [.. kept];
    }

    private static bool GoesBefore(in ConsideredCandidate left, in ConsideredCandidate right)
        => (left.Verdict == Verdict.Chosen) == (right.Verdict == Verdict.Chosen)
            ? DispatchPolicy.Compare(left.Candidate, right.Candidate) < 0
            : left.Verdict == Verdict.Chosen;

    private static ushort Time(ReadinessBoard board, KnownResponder known, int to)
        => board.Map.TryLocalCell(to, out var local)
            ? board.TravelTime(known, local)
            : board.Map.Index.Travel.Now.Table.Time(known.Beacon.Cell, to, board.Map.Index.City.Cells);
}

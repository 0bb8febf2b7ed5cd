using CityGuard.Abstractions.Desk;
using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Dispatch;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Sectors;

namespace CityGuard.Grains.Incidents;

/// <summary>What the board said of those around, as a person who chooses reads it.</summary>
internal static class CandidatePictures
{
    /// <summary>More fit ones were asked for than are missing, so that a person has a choice: only so many would be sent.</summary>
    public static CandidateList List(CityIndex index, string role, long version, int missing, Selection selection, Requirement wanted)
    {
        var suggested = selection.Chosen.Take(missing).Select(c => c.Responder).ToHashSet();
        var told = selection.Nearest.Select(near => near.Verdict == Verdict.Chosen && !suggested.Contains(near.Candidate.Responder) ? near with { Verdict = Verdict.Later } : near)
            .Where(near => near.Verdict is not (Verdict.WrongKind or Verdict.Elsewhere))
            .OrderBy(near => near.Verdict switch { Verdict.Chosen => 0, Verdict.Later => 1, _ => 2 });
        var counts = (int[])selection.Counts.Clone();
        counts[(int)Verdict.Later] += counts[(int)Verdict.Chosen] - suggested.Count;
        counts[(int)Verdict.Chosen] = suggested.Count;
        return new CandidateList(role, version, missing, [.. told.Select(near => View(DecisionRecords.Record(index, near.Candidate, near.Verdict, wanted)))], DecisionRecords.ByKey(counts));
    }

    private static CandidateView View(Domain.Incidents.Events.CandidateRecord seen) => new(seen.Responder, seen.Kind, seen.Ds / 10.0, DecisionRecords.KeyOf(seen.Verdict));
}

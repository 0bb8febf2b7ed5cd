using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Merging;

namespace CityGuard.Domain.Journal.Invariants;

internal sealed partial class CrossCheck
{
    /// <summary>Who is merged is a part of its elder, who joined had asked to, and a word that is said to be heard is in the other stream.</summary>
    public IEnumerable<string> Merges()
    {
        foreach (var (id, ledger) in incidents.OrderBy(i => i.Key.Value, StringComparer.Ordinal))
        {
            foreach (var (before, attempt) in ledger.Merges.Attempts.Index())
            {
                if (Merges(attempt.Into) is not { } elder)
                    continue;
                var isPart = elder.Joined.TryGetValue((id, before + 1), out var part) && !part.HasLeft;
                if (attempt.Outcome == MergeOutcome.Merged && !isPart)
                    yield return $"{id}: merged into {attempt.Into} by attempt {before + 1}, of which that one knows nothing";
                if (attempt.IsHeard && isPart)
                    yield return $"{id}: {attempt.Into} is said to have let its reports go, and holds them";
            }

            foreach (var ((younger, attempt), part) in ledger.Merges.Joined)
            {
                if (Merges(younger) is not { } joined)
                    continue;
                if (attempt < 1 || attempt > joined.Attempts.Count || joined.Attempts[attempt - 1].Into != id)
                    yield return $"{id}: {younger} joined by attempt {attempt}, which it never asked for";
                else if (part.IsConfirmed && joined.Attempts[attempt - 1].Outcome is MergeOutcome.Pending or MergeOutcome.Refused)
                    yield return $"{id}: {younger} is said to know that it joined by attempt {attempt}, and does not";
            }
        }
    }

    private IEnumerable<string> Unsettled()
    {
        foreach (var (id, ledger) in incidents.OrderBy(i => i.Key.Value, StringComparer.Ordinal))
        {
            if (ledger.Merges.IsUnsettled)
                yield return $"{id}: a merge is not settled";
            foreach (var ((younger, attempt), part) in ledger.Merges.Joined.Where(one => !one.Value.HasLeft))
                if (Merges(younger) is { } joined && !(attempt == joined.Attempts.Count && joined.Attempts[^1] is { Outcome: MergeOutcome.Merged } last && last.Into == id))
                    yield return $"{id}: it holds the reports of {younger}, which is not merged into it";
        }
    }

    private MergeLedger? Merges(IncidentId id) => incidents.TryGetValue(id, out var ledger) ? ledger.Merges : null;
}

using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;

namespace CityGuard.Domain.Journal.Invariants;

internal sealed partial class CrossCheck
{
    /// <summary>Every loss is what the responder's stream says; who was diverted went to a graver incident that asked for that; and who is said to know of a loss has it in its stream.</summary>
    public IEnumerable<string> Losses()
    {
        foreach (var (incident, op, request) in Requests())
            if (request.Lost is { } lost && !Takings(request.Responder).Any(t => t.Incident == incident && t.Op == op && t.Epoch == lost.Epoch && t.To == lost.To))
                yield return $"{incident}: {op} was lost at epoch {lost.Epoch} to {lost.To?.Value ?? "nobody"}, of which the stream of {request.Responder} knows nothing";

        foreach (var (responder, ledger) in responders.OrderBy(r => r.Key.Value, StringComparer.Ordinal))
            foreach (var taken in ledger.Takings)
            {
                if (taken.To is { } to && incidents.TryGetValue(to, out var graver) && incidents.TryGetValue(taken.Incident, out var lesser) && graver.Merges.Severity.Gravest <= lesser.Merges.Severity.Least)
                    yield return $"{responder} version {taken.Version}: diverted from {taken.Incident} ({lesser.Merges.Severity.Least}) to {to} ({graver.Merges.Severity.Gravest}), which is not graver";
                if (taken.To is not null && ledger.Holdings.Find(h => h.Epoch == taken.Epoch) is { } held && Find(held) is { } asked && asked.From != taken.Incident)
                    yield return $"{responder} version {taken.Version}: diverted from {taken.Incident} by {held.Incident} {held.Op}, which asked for that of {asked.From?.Value ?? "nobody"}";
                if (taken.IsHeard && Counts(taken))
                    yield return $"{responder} version {taken.Version}: {taken.Incident} is said to know that it lost {taken.Op}, and counts on it";
            }
    }

    private IEnumerable<string> Unheard()
        => responders.OrderBy(r => r.Key.Value, StringComparer.Ordinal)
            .SelectMany(r => r.Value.Takings.Where(t => !t.IsHeard), (r, t) => $"{r.Key} version {t.Version}: still owes {t.Incident} the word that it lost {t.Op}");

    private bool Counts(Taking taken)
        => incidents.TryGetValue(taken.Incident, out var ledger) && ledger.Requests.TryGetValue(taken.Op, out var request)
            && request.Phase is AssignmentPhase.Requested or AssignmentPhase.Granted or AssignmentPhase.Recalled;

    private List<Taking> Takings(ResponderId responder) => responders.TryGetValue(responder, out var ledger) ? ledger.Takings : [];
}

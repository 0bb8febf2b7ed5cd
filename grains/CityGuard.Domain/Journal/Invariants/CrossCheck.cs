using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;

namespace CityGuard.Domain.Journal.Invariants;

/// <summary>What must be true between the streams of incidents and those of responders.</summary>
internal sealed partial class CrossCheck(Dictionary<IncidentId, IncidentLedger> incidents, Dictionary<ResponderId, ResponderLedger> responders)
{
    /// <summary>Every grant matches the responder's journal.</summary>
    public IEnumerable<string> Grants()
    {
        foreach (var (incident, op, request) in Requests())
            if (request.Epoch is { } epoch && !Held(request.Responder).Any(h => h.Incident == incident && h.Op == op && h.Epoch == epoch))
                yield return $"{incident} version {request.Version}: {op} was granted {request.Responder} at epoch {epoch}, of which that responder's stream knows nothing";
    }

    /// <summary>Every assignment was asked for, once; and whoever is held is held by somebody who may still hold it.</summary>
    public IEnumerable<string> Holdings()
    {
        foreach (var (responder, ledger) in responders.OrderBy(r => r.Key.Value, StringComparer.Ordinal))
        {
            foreach (var held in ledger.Holdings)
                if (Find(held) is not { } request || request.Responder != responder)
                    yield return $"{responder} version {held.Version}: assigned to {held.Incident} {held.Op}, which never asked for it";
                else if (request.Epoch is { } granted && granted != held.Epoch)
                    yield return $"{responder} version {held.Version}: assigned to {held.Incident} {held.Op} at epoch {held.Epoch}, which was granted at {granted}";
            foreach (var again in ledger.Holdings.GroupBy(h => (h.Incident, h.Op)).Where(g => g.Skip(1).Any()))
                yield return $"{responder} version {again.Last().Version}: assigned to {again.Key.Incident} {again.Key.Op} a second time";
            if (ledger.Held is { } now && Find(now) is { Phase: AssignmentPhase.Released or AssignmentPhase.Refused or AssignmentPhase.Lost } over)
                yield return $"{responder} version {now.Version}: still held by {now.Incident} {now.Op}, which is {over.Phase}: a leak";
        }
    }

    /// <summary>Nothing is under way: every request has its outcome, every recall is done, every closing is closed, and both sides agree on who is held.</summary>
    public IEnumerable<string> Pending()
    {
        foreach (var (incident, op, request) in Requests())
        {
            if (request.Phase is AssignmentPhase.Requested or AssignmentPhase.Recalled)
                yield return $"{incident} version {request.Version}: {op} is still {request.Phase}";
            if (request.Phase == AssignmentPhase.Granted && !(responders.GetValueOrDefault(request.Responder)?.Held is { } held && held.Incident == incident && held.Op == op))
                yield return $"{incident} version {request.Version}: {op} counts on {request.Responder}, which it does not hold";
        }

        foreach (var owed in Unheard())
            yield return owed;
        foreach (var unsettled in Unsettled())
            yield return unsettled;
        foreach (var (incident, ledger) in incidents.Where(i => i.Value.Phase == IncidentPhase.Closing))
            yield return $"{incident} version {ledger.Version}: still closing";
    }

    private IEnumerable<(IncidentId Incident, OperationId Op, Request Request)> Requests()
        => incidents.OrderBy(i => i.Key.Value, StringComparer.Ordinal).SelectMany(i => i.Value.Requests.Select(r => (i.Key, r.Key, r.Value)));

    private List<Holding> Held(ResponderId responder) => responders.TryGetValue(responder, out var ledger) ? ledger.Holdings : [];

    private Request? Find(Holding held) => incidents.TryGetValue(held.Incident, out var ledger) ? ledger.Requests.GetValueOrDefault(held.Op) : null;
}

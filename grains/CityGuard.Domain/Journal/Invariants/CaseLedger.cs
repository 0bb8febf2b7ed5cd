using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Responders;

namespace CityGuard.Domain.Journal.Invariants;

/// <summary>The case in an incident's stream: verified once, a false alarm ends it, and nobody checks what he handled.</summary>
internal sealed class CaseLedger(string stream, List<string> violations) : Ledger(stream, violations)
{
    private readonly Dictionary<OperationId, string> _asked = [];
    private readonly HashSet<string> _handlers = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<int> _unserved = [], _noted = [];
    private readonly Dictionary<string, Reach> _reaches = new(StringComparer.Ordinal);
    private readonly Dictionary<int, bool> _partners = []; // request: whether it was answered
    private int _escalations, _partnersAsked;
    private IncidentId? _verifiedBy;
    private bool _verified, _falseAlarm, _fedBack, _checked, _evaluated;

    /// <param name="happened">The fact.</param>
    /// <param name="phase">Of the incident after it.</param>
    public void Enter(IncidentEvent happened, IncidentPhase phase)
    {
        Version++;
        switch (happened)
        {
            case Opened e:
                _verified = e.Unverified is not true;
                break;
            case Verified { From: { } from }:
                Require(!_verified, "verified twice");
                (_verified, _verifiedBy) = (true, from);
                break;
            case Verified:
                Require(!_verified, "verified twice");
                _verified = true;
                break;
            case ReportDetached e when _verifiedBy == e.Younger:
                (_verified, _verifiedBy) = (false, null);
                break;
            case FalseAlarmCalled:
                Require(phase == IncidentPhase.Open, "called a false alarm when it was not open");
                break;
            case FalseAlarm:
                Require(phase == IncidentPhase.Open && !_falseAlarm, "a false alarm when it was not open, or twice");
                _falseAlarm = true;
                break;
            case Reopened:
                (_falseAlarm, _fedBack, _checked, _evaluated) = (false, false, false, false);
                break;
            case AssignmentRequested e:
                _asked[e.Op] = e.Responder.Value;
                break;
            case ProgressRecorded e when _asked.TryGetValue(e.Op, out var handler):
                _handlers.Add(handler);
                break;
            default:
                EnterAftermath(happened, phase);
                break;
        }
    }

    private void EnterAftermath(IncidentEvent happened, IncidentPhase phase)
    {
        switch (happened)
        {
            case FedBack e:
                Require(!_fedBack && !_falseAlarm, "fed back twice, or after a false alarm");
                _fedBack = true;
                _handlers.Add(e.By);
                break;
            case Checked e:
                EnterCheck(e.By, e.Responder);
                _checked = true;
                break;
            case CheckFailed e:
                Require(phase is IncidentPhase.Open or IncidentPhase.Closed, "a check failed while closing");
                EnterCheck(e.By, e.Responder);
                _fedBack = false;
                _reaches.Clear();
                break;
            case Escalated e:
                Require(e.Number == ++_escalations, $"escalation {e.Number} after {_escalations - 1}");
                _unserved.Add(e.Number);
                break;
            case EscalationServed e:
                Require(_unserved.Remove(e.Number), $"escalation {e.Number} served, which was not open");
                break;
            case EscalationAcknowledged e:
                Require(e.Number >= 1 && e.Number <= _escalations && _noted.Add(e.Number), $"escalation {e.Number} acknowledged, which was not there, or twice");
                break;
            case ReachWidened e:
                Require(phase == IncidentPhase.Open && e.From == _reaches.GetValueOrDefault(e.Role) && e.Reach > e.From && e.Found < e.Wanted, $"{e.Role} looked for beyond {e.From} when it was not, or not needed");
                _reaches[e.Role] = e.Reach;
                break;
            case ReachServed e:
                Require(_reaches.Remove(e.Role, out var reach) && reach == e.Reach, $"{e.Role} served at {e.Reach}, where it was not looked for");
                break;
            case PartnerAsked e:
                Require(phase == IncidentPhase.Open && e.Number == _partnersAsked + 1 && e.Count > 0, $"request {e.Number} to a neighbour city after {_partnersAsked}, for nobody, or when it was not open");
                _partners[++_partnersAsked] = false;
                break;
            case PartnerAnswered e:
                Require(_partners.TryGetValue(e.Number, out var answered) && !answered && e.Count >= 0, $"request {e.Number} answered, which was not open, or twice");
                _partners[e.Number] = true;
                if (e.Count == 0)
                    _partners.Remove(e.Number);
                break;
            case PartnerWithdrawn e:
                Require(_partners.Remove(e.Number), $"request {e.Number} withdrawn, which was over");
                break;
            case Closed:
                Require(_partners.Count == 0, $"closed while {_partners.Count} requests to neighbour cities stood");
                Require(_reaches.Count == 0, $"closed while {string.Join(", ", _reaches.Keys)} was still looked for farther away");
                break;
            case LeadTaken e:
                Require(_asked.ContainsKey(e.Op) && _asked.ContainsKey(e.From), $"the lead passed from {e.From} to {e.Op}, which are not both of this incident");
                break;
            case Evaluated:
                Require(phase == IncidentPhase.Closed && !_evaluated, "evaluated before it was closed, or twice");
                _evaluated = true;
                break;
        }
    }

    private void EnterCheck(string by, ResponderId? responder)
    {
        Require(_fedBack && !_checked, "checked before it was fed back, or twice");
        Require(!_handlers.Contains(by) && !(responder is { } who && _handlers.Contains(who.Value)), $"checked by {responder?.Value ?? by}, who handled it");
    }
}

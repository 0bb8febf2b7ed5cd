using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;

namespace CityGuard.Domain.Journal.Invariants;

/// <summary>An incident's stream: opened once and first, nothing asked for after closing began, each request one outcome, steps and stamps in order.</summary>
internal sealed class IncidentLedger(IncidentId id, List<string> violations) : Ledger(id.Value, violations)
{
    private readonly HashSet<string> _clocks = new(StringComparer.Ordinal);
    private readonly CaseLedger _case = new(id.Value, violations);

    private readonly PostLedger _post = new(id, violations);
    private readonly HashSet<string> _everSet = new(StringComparer.Ordinal);
    private DateTimeOffset _lastStamp = DateTimeOffset.MinValue;

    public IncidentPhase Phase { get; private set; }

    public MergeLedger Merges { get; } = new(id, violations);

    public TransferLedger Transfers { get; } = new(id.Value, violations);

    public Dictionary<OperationId, Request> Requests { get; } = [];

    public SupplyLedger Supplies { get; } = new(id, violations);

    public void Enter(IncidentEvent happened)
    {
        Version++;
        Require(Phase != IncidentPhase.None || happened is Opened, $"{happened.GetType().Name} before it was opened");
        Require(Phase != IncidentPhase.Closed || happened is ReportDiffered or Reopened or FedBack or Checked or CheckFailed or Evaluated or MergeUndone or ReportDetached or GravityChanged, $"{happened.GetType().Name} after it was closed");
        Require(happened.At >= _lastStamp, $"recorded at {happened.At:O}, before {_lastStamp:O}");
        _lastStamp = happened.At > _lastStamp ? happened.At : _lastStamp;
        switch (happened)
        {
            case Opened e:
                Require(Phase == IncidentPhase.None, "opened twice");
                Transfers.LinkedTo = e.LinkedTo;
                Phase = IncidentPhase.Open;
                break;
            case Closing:
                Require(Phase == IncidentPhase.Open, "closing begun twice");
                Phase = IncidentPhase.Closing;
                break;
            case Closed:
                EnterClosed();
                break;
            case Reopened e:
                Require(Phase == IncidentPhase.Closed, "reopened when it was not closed");
                Require(!string.IsNullOrWhiteSpace(e.By), "reopened by nobody");
                Phase = IncidentPhase.Open;
                _clocks.Clear(); // a clock of the time before never fires in the new round
                break;
            case ClockSet e:
                Require(_everSet.Add(e.Clock) && _clocks.Add(e.Clock), $"clock {e.Clock} set twice");
                break;
            case ClockFired e:
                Require(_clocks.Remove(e.Clock), $"clock {e.Clock} fired, which was not running");
                break;
            case Transferred or TransferTaken:
                Transfers.Enter(happened, Phase, Version);
                break;
            case PostOpened or ChecklistDone or ChecklistLapsed or PostNoted or ForcePinned or ForceUnpinned or PostStoodDown:
                _post.Enter(happened, Version);
                break;
            default:
                EnterAssignment(happened);
                break;
        }

        _case.Enter(happened, Phase);
        Merges.Enter(happened, Version, Phase);
        Supplies.Enter(happened, Phase, Version);
    }

    private void EnterAssignment(IncidentEvent happened)
    {
        switch (happened)
        {
            case AssignmentRequested e:
                Require(Phase != IncidentPhase.Closing, $"{e.Op} asked for while closing");
                Require(Requests.TryAdd(e.Op, new Request(e.Responder, e.ExpectedEpoch, Version, e.From)), $"{e.Op} asked for twice");
                break;
            case AssignmentGranted e:
                EnterGranted(e);
                break;
            case AssignmentRefused e:
                Move(e.Op, AssignmentPhase.Refused, "refused", [AssignmentPhase.Requested]);
                break;
            case AssignmentRecalled e:
                Move(e.Op, AssignmentPhase.Recalled, "recalled", [AssignmentPhase.Granted]);
                break;
            case AssignmentReleased e:
                RequireEpoch(Move(e.Op, AssignmentPhase.Released, "released", [AssignmentPhase.Granted, AssignmentPhase.Recalled]), e.Op, e.Epoch);
                break;
            case ProgressRecorded e:
                EnterProgress(e);
                break;
            case AcceptanceLapsed e:
                Require(Move(e.Op, AssignmentPhase.Recalled, "lapsed", [AssignmentPhase.Granted])?.Progress is null, $"{e.Op} lapsed after it was accepted");
                Require(e.At >= e.Due, $"{e.Op} lapsed before its time");
                break;
            case ReceiptGiven e:
                Move(e.Op, AssignmentPhase.Granted, "received", [AssignmentPhase.Granted]);
                break;
            case ReceiptLapsed e:
                Require(Move(e.Op, AssignmentPhase.Granted, "unreceipted", [AssignmentPhase.Granted])?.Progress is null && e.At >= e.Due, $"the receipt of {e.Op} lapsed after it was accepted or before its time");
                break;
            case AssignmentLost e:
                EnterLost(e);
                break;
        }
    }

    private void EnterGranted(AssignmentGranted e)
    {
        if (Move(e.Op, AssignmentPhase.Granted, "granted", [AssignmentPhase.Requested]) is not { } request)
            return;
        // The responder takes a request only at the epoch that the chooser saw, and taking it raises that by one.
        Require(e.Epoch == request.ExpectedEpoch + 1, $"{e.Op} granted at epoch {e.Epoch}, asked for at {request.ExpectedEpoch}");
        request.GrantedAt(e.Epoch);
    }

    private void EnterLost(AssignmentLost e)
    {
        if (Move(e.Op, AssignmentPhase.Lost, "lost", [AssignmentPhase.Granted, AssignmentPhase.Recalled]) is not { } request)
            return;
        Require(e.To != id, $"{e.Op} lost to this incident itself");
        Require(e.Epoch == request.Epoch + 1, $"{e.Op} lost at epoch {e.Epoch}, granted at {request.Epoch}");
        request.Lost = e;
    }

    private void EnterProgress(ProgressRecorded e)
    {
        var request = Move(e.Op, AssignmentPhase.Granted, $"{e.Progress}", [AssignmentPhase.Granted]);
        RequireEpoch(request, e.Op, e.Epoch);
        if (request is null)
            return;
        Require(request.Progress is null || e.Progress > request.Progress, $"{e.Op} {e.Progress} after {request.Progress}");
        Require(e.HappenedAt >= request.ProgressAt, $"{e.Op} {e.Progress} at {e.HappenedAt:O}, before {request.ProgressAt:O}");
        (request.Progress, request.ProgressAt) = (e.Progress, e.HappenedAt);
    }

    private void EnterClosed()
    {
        Require(Phase == IncidentPhase.Closing, "closed without closing");
        Require(!_post.Stands, "closed while its command post stood");
        Require(Transfers.To is null || Transfers.IsTaken, $"closed while {Transfers.To} was owed to 12345");
        Phase = IncidentPhase.Closed;
        foreach (var (op, request) in Requests)
        {
            Require(request.Phase is not (AssignmentPhase.Requested or AssignmentPhase.Recalled), $"closed while {op} was {request.Phase}");
            // Closed records too that those who were held have been given back.
            if (request.Phase == AssignmentPhase.Granted)
                request.Phase = AssignmentPhase.Released;
        }
    }

    private Request? Move(OperationId op, AssignmentPhase to, string what, ReadOnlySpan<AssignmentPhase> from)
    {
        if (!Requests.TryGetValue(op, out var request))
        {
            Require(false, $"{op} {what}, which was never asked for");
            return null;
        }

        Require(from.Contains(request.Phase), $"{op} {what} when it was {request.Phase}");
        request.Phase = to;
        return request;
    }

    private void RequireEpoch(Request? request, OperationId op, long epoch)
    {
        if (request?.Epoch is { } granted)
            Require(epoch == granted, $"{op} at epoch {epoch}, granted at {granted}");
    }
}

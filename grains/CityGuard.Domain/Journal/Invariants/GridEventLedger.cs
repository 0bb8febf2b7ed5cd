using CityGuard.Domain.GridEvents;
using CityGuard.Domain.GridEvents.Events;
using CityGuard.Domain.Incidents;

namespace CityGuard.Domain.Journal.Invariants;

/// <summary>A grid event's stream: collected once and first, steps in order, three persons, each clock set once and fired at most once while it ran.</summary>
internal sealed class GridEventLedger(string stream, List<string> violations) : Ledger(stream, violations)
{
    private readonly HashSet<string> _clocks = new(StringComparer.Ordinal), _commands = new(StringComparer.Ordinal);
    private readonly List<Actor> _handlers = [], _checkers = [];
    private Actor? _collector;
    private GridEventStep _step;
    private string? _running;
    private DateTimeOffset _lastStamp = DateTimeOffset.MinValue;

    public bool IsOpen => _step.IsOpen() || Transfer is { Taken: false };

    /// <summary>The incident that it came from; null: none.</summary>
    public IncidentId? LinkedTo { get; private set; }

    /// <summary>The incident that it was handed over to; null: none.</summary>
    public (IncidentId To, bool Taken)? Transfer { get; private set; }

    public void Enter(GridEventFact happened)
    {
        Version++;
        Require(_step != GridEventStep.None || happened is EventCollected, $"{happened.GetType().Name} before it was collected");
        Require(_step == GridEventStep.None || _step.IsOpen() || happened is EventDiffered or EventTransferTaken, $"{happened.GetType().Name} after it was {_step}");
        Require(happened.At >= _lastStamp, $"recorded at {happened.At:O}, before {_lastStamp:O}");
        _lastStamp = happened.At > _lastStamp ? happened.At : _lastStamp;
        if (happened is CommandedFact commanded)
            Require(_commands.Add(commanded.Command), $"command {commanded.Command} carried out twice");
        switch (happened)
        {
            case EventCollected e:
                (_collector, LinkedTo) = (e.Collector, e.LinkedTo);
                Move(GridEventStep.Collected, [GridEventStep.None]);
                break;
            case EventClockSet e:
                Require(_clocks.Add(e.Clock), $"clock {e.Clock} set twice");
                _running = e.Clock;
                break;
            case EventClockFired e:
                Require(_running == e.Clock, $"clock {e.Clock} fired, which was not running");
                _running = null;
                break;
            default:
                EnterStep(happened);
                break;
        }
    }

    private void EnterStep(GridEventFact happened)
    {
        switch (happened)
        {
            case EventRegistered:
                Move(GridEventStep.Registered, [GridEventStep.Collected]);
                break;
            case EventAssigned:
                Move(GridEventStep.Assigned, [GridEventStep.Registered, GridEventStep.Assigned, GridEventStep.Accepted]);
                break;
            case EventAccepted:
                Move(GridEventStep.Accepted, [GridEventStep.Assigned]);
                break;
            case EventHandled e:
                Apart(e.By, "handled", _checkers);
                _handlers.Add(e.By);
                Move(GridEventStep.Handled, [GridEventStep.Accepted]);
                break;
            case EventChecked e:
                Apart(e.By, "checked", _handlers);
                _checkers.Add(e.By);
                Move(e.Passed ? GridEventStep.Checked : e.BackTo == CheckBack.Assign ? GridEventStep.Registered : GridEventStep.Accepted, [GridEventStep.Handled]);
                break;
            case EventEvaluated:
                Move(GridEventStep.Closed, [GridEventStep.Checked]);
                break;
            case EventRejected:
                Move(GridEventStep.Rejected, [GridEventStep.Collected]);
                break;
            case EventTransferred e:
                (_step, _running, Transfer) = (GridEventStep.Transferred, null, (e.To, false));
                break;
            case EventTransferTaken e:
                Require(Transfer == (e.To, false), $"{e.To} has taken what was not handed over to it, or twice");
                Transfer = (e.To, true);
                break;
            case EventWithdrawn:
                (_step, _running) = (GridEventStep.Withdrawn, null);
                break;
        }
    }

    private void Apart(Actor by, string what, List<Actor> others)
    {
        Require(_collector is null || !by.Is(_collector), $"{what} by {by}, who collected it");
        Require(!others.Exists(by.Is), $"{what} by {by}, who handled or checked it before");
    }

    private void Move(GridEventStep to, ReadOnlySpan<GridEventStep> from)
    {
        Require(from.Contains(_step), $"{to} when it was {_step}");
        (_step, _running) = (to, null);
    }
}

using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Incidents.Merging;

namespace CityGuard.Domain.Journal.Invariants;

/// <summary>Merges within an incident's stream: one attempt at a time, one outcome each; what joins is confirmed or leaves, once; and it is as grave as the gravest.</summary>
internal sealed class MergeLedger(IncidentId id, List<string> violations) : Ledger(id.Value, violations)
{
    private Gravity _own = new(IncidentSeverity.Low, null);
    private Gravity _now = new(IncidentSeverity.Low, null);

    /// <summary>Attempts to join another, with their outcome; attempt n is the n-th.</summary>
    public List<(IncidentId Into, MergeOutcome Outcome, bool IsHeard)> Attempts { get; } = [];

    /// <summary>Those that joined: their attempt, whether they know, whether they have left.</summary>
    public Dictionary<(IncidentId Younger, int Attempt), (Gravity Gravity, bool IsConfirmed, bool HasLeft)> Joined { get; } = [];

    /// <summary>The least and the gravest that it ever was.</summary>
    public (IncidentSeverity Least, IncidentSeverity Gravest) Severity { get; private set; }

    /// <summary>True while an answer is awaited or a word owed.</summary>
    public bool IsUnsettled => Attempts is [.., { Outcome: MergeOutcome.Pending } or { Outcome: MergeOutcome.Undone, IsHeard: false }] || Joined.Values.Any(one => one is { IsConfirmed: false, HasLeft: false });

    public void Enter(IncidentEvent happened, long version, IncidentPhase phase)
    {
        Version = version;
        switch (happened)
        {
            case Opened e:
                _own = _now = new Gravity(e.Report.Severity, e.Report.Fatalities);
                Severity = (e.Report.Severity, e.Report.Severity);
                break;
            case MergeRequested e:
                Require(phase == IncidentPhase.Open && e.Attempt == Attempts.Count + 1 && Attempts is not [.., { Outcome: MergeOutcome.Pending or MergeOutcome.Merged }], $"attempt {e.Attempt} to merge it when it was not open, or merged or merging already");
                Require(e.Into != id, "merged into itself");
                Require(!Joined.Values.Any(one => !one.HasLeft), "merged while others were merged into it");
                Attempts.Add((e.Into, MergeOutcome.Pending, false));
                break;
            case MergeRefused e:
                Move(e.Attempt, MergeOutcome.Pending, MergeOutcome.Refused);
                break;
            case Merged e:
                Move(e.Attempt, MergeOutcome.Pending, MergeOutcome.Merged);
                break;
            case MergeUndone e:
                Move(e.Attempt, MergeOutcome.Merged, MergeOutcome.Undone);
                break;
            case DetachHeard e:
                Move(e.Attempt, MergeOutcome.Undone, MergeOutcome.Undone, isHeard: true);
                break;
            case Reopened:
                Require(Attempts is not [.., { Outcome: MergeOutcome.Merged }], "reopened while it was merged into another");
                break;
            case Closed:
                Require(!IsUnsettled, "closed while a merge was not settled");
                break;
            default:
                EnterElder(happened, phase);
                break;
        }
    }

    private void EnterElder(IncidentEvent happened, IncidentPhase phase)
    {
        switch (happened)
        {
            case ReportAttached e:
                Require(phase == IncidentPhase.Open && Attempts is not [.., { Outcome: MergeOutcome.Pending or MergeOutcome.Merged }], $"{e.Younger} joined when it was not open, or merged or merging itself");
                Require(e.Reports.Count > 0, $"{e.Younger} joined without a report");
                var first = e.Reports.Count > 0 ? e.Reports[0].Report : null;
                Require(Joined.TryAdd((e.Younger, e.Attempt), (new Gravity(first?.Severity ?? default, first?.Fatalities), false, false)), $"{e.Younger} joined twice by attempt {e.Attempt}");
                break;
            case MergeConfirmed e:
                Change(e.Younger, e.Attempt, one => one with { IsConfirmed = true }, one => one is { IsConfirmed: false, HasLeft: false }, "confirmed");
                break;
            case ReportDetached e:
                Change(e.Younger, e.Attempt, one => one with { HasLeft = true }, one => !one.HasLeft, "left");
                break;
            case GravityChanged e:
                _now = new Gravity(e.Severity, e.Fatalities);
                Require(_now == Joined.Values.Where(one => !one.HasLeft).Select(one => one.Gravity).Aggregate(_own, (one, other) => one.Or(other)), $"{e.Severity} with {e.Fatalities?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "no"} dead, which is not as grave as the gravest of its reports");
                Severity = (_now.Severity < Severity.Least ? _now.Severity : Severity.Least, _now.Severity > Severity.Gravest ? _now.Severity : Severity.Gravest);
                break;
        }
    }

    private void Move(int attempt, MergeOutcome from, MergeOutcome to, bool isHeard = false)
    {
        if (attempt != Attempts.Count || attempt == 0 || Attempts[^1].Outcome != from || Attempts[^1].IsHeard)
        {
            Require(false, $"attempt {attempt} to merge it is {to}, and was not {from}");
            return;
        }

        Attempts[^1] = Attempts[^1] with { Outcome = to, IsHeard = isHeard };
    }

    private void Change(
        IncidentId younger, int attempt, Func<(Gravity Gravity, bool IsConfirmed, bool HasLeft), (Gravity Gravity, bool IsConfirmed, bool HasLeft)> change,
        Func<(Gravity Gravity, bool IsConfirmed, bool HasLeft), bool> may, string what)
    {
        if (!Joined.TryGetValue((younger, attempt), out var one) || !may(one))
            Require(false, $"{younger} {what} by attempt {attempt}, when it was no part or had done so");
        else
            Joined[(younger, attempt)] = change(one);
    }
}

using CityGuard.Domain.Areas.Counters.Events;
using CityGuard.Domain.Areas.HandOver;
using CityGuard.Domain.Areas.HandOver.Events;
using CityGuard.Domain.Incidents;

namespace CityGuard.Domain.Journal.Invariants;

/// <summary>The book of a sector and day: a call is counted once, before anything else is said of it; late once, closed once.</summary>
internal sealed class DayLedger(string stream, List<string> violations) : Ledger(stream, violations)
{
    private readonly HashSet<IncidentId> _calls = [], _late = [], _closed = [];

    public void Enter(DayEvent happened)
    {
        Version++;
        switch (happened)
        {
            case CallCounted e:
                Require(_calls.Add(e.Incident), $"{e.Incident} counted twice");
                break;
            case LateCounted e:
                Require(_calls.Contains(e.Incident), $"{e.Incident} late, which was never counted");
                Require(_late.Add(e.Incident), $"{e.Incident} late twice");
                break;
            case ClosingCounted e:
                Require(_calls.Contains(e.Incident), $"{e.Incident} closed, which was never counted");
                Require(_closed.Add(e.Incident), $"{e.Incident} closed twice");
                break;
        }
    }
}

/// <summary>Hand-overs of an area: sheets are numbered without a gap, each is taken over once, and never by who made it.</summary>
internal sealed class HandOverLedger(string stream, List<string> violations) : Ledger(stream, violations)
{
    private readonly Dictionary<SheetId, string> _makers = [];
    private readonly HashSet<SheetId> _taken = [];

    public void Enter(HandOverEvent happened)
    {
        Version++;
        switch (happened)
        {
            case SheetMade e:
                Require(e.Sheet == SheetId.Of(_makers.Count + 1), $"{e.Sheet} after {_makers.Count} sheets");
                _makers[e.Sheet] = e.By;
                break;
            case SheetAcknowledged e:
                Require(_makers.ContainsKey(e.Sheet), $"{e.Sheet} taken over, which was never made");
                Require(_makers.GetValueOrDefault(e.Sheet) != e.By, $"{e.Sheet} taken over by {e.By}, who made it");
                Require(_taken.Add(e.Sheet), $"{e.Sheet} taken over twice");
                break;
        }
    }
}

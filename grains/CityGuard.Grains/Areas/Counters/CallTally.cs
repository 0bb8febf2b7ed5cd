using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Counters;
using CityGuard.Domain.Incidents;

namespace CityGuard.Grains.Areas.Counters;

/// <summary>What a sector has been told of its calls and has not entered in their days' books yet. What is lost of it is told again.</summary>
internal sealed class CallTally(AreaId sector, TimeZoneInfo zone)
{
    private readonly Dictionary<IncidentId, CallStanding> _waiting = [];
    private readonly Dictionary<IncidentId, CallStanding> _entered = [];

    /// <summary>True when everything that was told is in the books.</summary>
    public bool IsWritten => _waiting.Count == 0;

    /// <summary>Takes what an incident says of itself. What the book has already is passed over.</summary>
    public void Hear(CallStanding told)
    {
        if (_waiting.TryGetValue(told.Incident, out var before) || _entered.TryGetValue(told.Incident, out before))
            told = told with { Late = told.Late || before.Late, ClosedAt = before.ClosedAt ?? told.ClosedAt };
        if (told != _entered.GetValueOrDefault(told.Incident))
            _waiting[told.Incident] = told;
    }

    /// <summary>What waits, by book.</summary>
    public IReadOnlyList<(DayBookId Book, CallStanding[] Calls)> Waiting()
        => [.. _waiting.Values.GroupBy(call => CityDay.Of(call.ReceivedAt, zone)).Select(day => (new DayBookId(day.Key, sector), day.ToArray()))];

    /// <summary>These are in the books now. A closed call is told no more, so it is forgotten.</summary>
    public void Entered(CallStanding[] calls)
    {
        foreach (var call in calls)
        {
            if (_waiting.TryGetValue(call.Incident, out var waiting) && waiting == call)
                _waiting.Remove(call.Incident);
            if (call.ClosedAt is null)
                _entered[call.Incident] = call;
            else
                _entered.Remove(call.Incident);
        }
    }
}

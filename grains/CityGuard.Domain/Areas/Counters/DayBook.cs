using System.Collections.Immutable;
using CityGuard.Domain.Areas.Counters.Events;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Journal;

namespace CityGuard.Domain.Areas.Counters;

/// <summary>A call as its day's book has it.</summary>
/// <param name="Type">Type key.</param>
/// <param name="ReceivedAt">When the city received it.</param>
/// <param name="LateAt">When it was first told to be late; null: never.</param>
/// <param name="ClosedAt">When it was first closed; null: not yet.</param>
public sealed record CountedCall(string Type, DateTimeOffset ReceivedAt, DateTimeOffset? LateAt = null, DateTimeOffset? ClosedAt = null);

/// <summary>The calls of one sector and day. A fact that is told twice is entered once.</summary>
public sealed record DayBook
{
    /// <summary>Before any call.</summary>
    public static DayBook Empty { get; } = new();

    /// <summary>The calls by incident.</summary>
    public ImmutableDictionary<IncidentId, CountedCall> Calls { get; init; } = ImmutableDictionary<IncidentId, CountedCall>.Empty;

    /// <summary>Calls that no closing was told of.</summary>
    public IEnumerable<IncidentId> Unclosed => Calls.Where(call => call.Value.ClosedAt is null).Select(call => call.Key);

    /// <summary>Enters what is new of what was told.</summary>
    public Decision<DayEvent> Enter(IReadOnlyList<CallStanding> told, DateTimeOffset now)
    {
        var (facts, book) = (new List<DayEvent>(), this);
        foreach (var call in told)
        {
            foreach (var fact in book.New(call, now))
            {
                facts.Add(fact);
                book = book.Evolve(fact);
            }
        }

        return facts.ToArray();
    }

    /// <summary>The book after a fact.</summary>
    public DayBook Evolve(DayEvent happened) => happened switch
    {
        CallCounted e => this with { Calls = Calls.SetItem(e.Incident, new CountedCall(e.Type, e.ReceivedAt)) },
        LateCounted e => this with { Calls = Calls.SetItem(e.Incident, Calls[e.Incident] with { LateAt = e.At }) },
        ClosingCounted e => this with { Calls = Calls.SetItem(e.Incident, Calls[e.Incident] with { ClosedAt = e.ClosedAt }) },
        _ => throw new InvalidOperationException($"no rule for {happened.GetType().Name}"),
    };

    /// <summary>Adds the calls up: those up to an instant, and all.</summary>
    public DayCount Count(DateTimeOffset until) => new(
        [.. Calls.Values.GroupBy(call => call.Type, StringComparer.Ordinal).OrderBy(type => type.Key, StringComparer.Ordinal)
            .Select(type => new TypeCount(type.Key, type.Count(call => call.ReceivedAt <= until), type.Count()))],
        Calls.Values.Count(call => call.ClosedAt <= until),
        Calls.Values.Count(call => call.LateAt <= until));

    private IEnumerable<DayEvent> New(CallStanding told, DateTimeOffset now)
    {
        var known = Calls.GetValueOrDefault(told.Incident);
        if (known is null)
            yield return new CallCounted(told.Incident, told.Type, told.ReceivedAt, now);
        if (told.Late && known?.LateAt is null)
            yield return new LateCounted(told.Incident, now);
        if (told.ClosedAt is { } closed && known?.ClosedAt is null)
            yield return new ClosingCounted(told.Incident, closed, now);
    }
}

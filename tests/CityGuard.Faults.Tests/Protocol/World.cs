using System.Collections.Immutable;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Journal.Invariants;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Responders.Events;

namespace CityGuard.Faults.Tests.Protocol;

/// <summary>A reservation on its way: a call, or a copy of it that a dead caller left behind.</summary>
internal sealed record Copy(int Incident, OperationId Op, long ExpectedEpoch);

/// <summary>Two incidents, one responder and the reservations that are on their way between them; everything that the rules of the domain say of them.</summary>
internal sealed record World(
    ImmutableArray<IncidentCourse> Incidents,
    ImmutableArray<ImmutableList<IncidentEvent>> IncidentStreams,
    ResponderState Responder,
    ImmutableList<ResponderEvent> ResponderStream,
    ImmutableList<Copy> OnTheWay,
    int TurnsOfService)
{
    public static readonly ResponderId Patrol = ResponderId.Parse("p-C-0001");
    public static readonly ImmutableArray<IncidentId> Ids = [IncidentId.Parse("i-" + new string('a', 22)), IncidentId.Parse("i-" + new string('b', 22))];

    /// <summary>All states that differ in what may happen next differ in this.</summary>
    public string Key => string.Join('|', [
        .. Incidents.Select(i => $"{i.Phase}:{string.Join(',', i.Assignments.Select(a => $"{a.Phase}{a.ExpectedEpoch}>{a.Epoch}"))}"),
        $"{Responder.Epoch}{Responder.Incident}{Responder.Op}{Responder.InService}{TurnsOfService}",
        .. OnTheWay.Select(c => $"{c.Incident}{c.Op}{c.ExpectedEpoch}").Order(StringComparer.Ordinal),
    ]);

    /// <summary>The responder is held by an operation that its incident has done with: nobody will ever give it back.</summary>
    public bool IsLeaked
        => Responder.Incident is { } holder && Incidents[Ids.IndexOf(holder)] is var course
            && (course.Phase == IncidentPhase.Closed || course.Find(Responder.Op!.Value) is not { MayHold: true });

    /// <summary>Both incidents are closed: the history is complete but for late copies.</summary>
    public bool IsOver => Incidents.All(i => i.Phase == IncidentPhase.Closed);

    /// <summary>What the checker says of the journal that this history would have left.</summary>
    public IReadOnlyList<string> Violations()
    {
        var checker = new InvariantChecker();
        foreach (var (index, stream) in IncidentStreams.Index())
            checker.Incident(Ids[index], stream);
        checker.Responder(Patrol, ResponderStream);
        return checker.Finish(quiescent: false);
    }

    public World Record(int incident, IEnumerable<IncidentEvent> events)
        => events.Aggregate(this, (world, e) => world with
        {
            Incidents = world.Incidents.SetItem(incident, IncidentEvolution.Evolve(world.Incidents[incident], e)),
            IncidentStreams = world.IncidentStreams.SetItem(incident, world.IncidentStreams[incident].Add(e)),
        });

    public World Record(IEnumerable<ResponderEvent> events)
        => events.Aggregate(this, (world, e) => world with
        {
            Responder = ResponderRules.Evolve(world.Responder, e),
            ResponderStream = world.ResponderStream.Add(e),
        });
}

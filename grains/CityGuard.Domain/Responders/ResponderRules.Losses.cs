using CityGuard.Domain.Incidents;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Responders.Events;

namespace CityGuard.Domain.Responders;

/// <summary>How a responder is taken from its holder, and what it owes that incident afterwards.</summary>
public static partial class ResponderRules
{
    /// <summary>Force-releases whose ids are remembered; a repeat that comes after so many others is no repeat any more.</summary>
    private const int RememberedCommands = 32;

    /// <summary>
    /// From its holder to a graver incident in one fact, never free in between (抽调). Which is graver is the asking incident's affair; the
    /// epoch binds its answer to this holder. No event and no objection: held by this very operation already.
    /// </summary>
    public static Decision<ResponderEvent> Divert(ResponderState state, DivertOrder order, DateTimeOffset now)
    {
        if (state.IsHeldBy(order.To, order.Op))
            return Array.Empty<ResponderEvent>();
        if (state.Incident != order.From)
            return new Objection(ObjectionKind.Conflict, $"{order.From} does not hold it any more", state.IsFree ? null : $"{state.Incident} {state.Op} since {state.LastStamp:O}");
        if (order.To == order.From)
            return new Objection(ObjectionKind.Conflict, "held by this incident already", $"{state.Incident} {state.Op}");
        if (state.Epoch != order.ExpectedEpoch)
            return new Objection(ObjectionKind.Conflict, $"expected epoch {order.ExpectedEpoch}, is {state.Epoch}");
        return new Diverted(order.From, order.To, order.Op, state.Epoch + 1, Stamp(state, now), order.By, order.Why);
    }

    /// <summary>A person takes it from whoever holds it. A command that is known changes nothing.</summary>
    /// <param name="expectedEpoch">Refused when ownership has changed since; null: the person does not care.</param>
    /// <param name="command">Id of the command; null: nobody will repeat it.</param>
    public static Decision<ResponderEvent> ForceRelease(ResponderState state, ForceRelease asked, long? expectedEpoch, string? command, DateTimeOffset now)
    {
        if (command is not null && state.Forced.Find(k => k.Command == command) is { } known)
            return known.Asked == asked ? Array.Empty<ResponderEvent>()
                : new Objection(ObjectionKind.Conflict, $"command {command} was another one: force-release by {known.Asked.By}");
        if (expectedEpoch is { } expected && expected != state.Epoch)
            return new Objection(ObjectionKind.Conflict, $"expected epoch {expected}, is {state.Epoch}", state.IsFree ? null : $"{state.Incident} {state.Op} since {state.LastStamp:O}");
        return state is { Incident: { } incident, Op: { } op }
            ? new ForceReleased(incident, op, asked.By, asked.Why, state.Epoch + 1, Stamp(state, now), asked.StaysEmpty, command)
            : new Objection(ObjectionKind.Conflict, "it is free: nobody holds it");
    }

    /// <summary>The incident has journaled its loss.</summary>
    public static Decision<ResponderEvent> HearLoss(ResponderState state, IncidentId incident, OperationId op, DateTimeOffset now)
        => state.Owes.Exists(o => o.Incident == incident && o.Op == op) ? new LossHeard(incident, op, now) : Array.Empty<ResponderEvent>();

    private static ResponderState Apply(ResponderState state, Diverted e) => Own(state, e) with
    {
        Incident = e.To, Op = e.Op, TakenBack = null,
        Owes = state.Owes.Add(new OwedLoss(e.From, state.Op!.Value, e.Epoch - 1, e.Epoch, e.To, e.By, e.Why, StaysEmpty: false)),
    };

    private static ResponderState Apply(ResponderState state, ForceReleased e) => Own(state, e) with
    {
        Incident = null, Op = null, TakenBack = Order(e.Incident, e.Op, e),
        Owes = state.Owes.Add(new OwedLoss(e.Incident, e.Op, e.Epoch - 1, e.Epoch, null, e.By, e.Why, e.StaysEmpty)),
        Forced = e.Command is { } id ? Remember(state, new KnownForceRelease(id, new ForceRelease(e.By, e.Why, e.StaysEmpty))) : state.Forced,
    };

    private static ResponderState Apply(ResponderState state, LossHeard e)
        => state with { Owes = state.Owes.RemoveAll(o => o.Incident == e.Incident && o.Op == e.Op) };

    private static System.Collections.Immutable.ImmutableList<KnownForceRelease> Remember(ResponderState state, KnownForceRelease done)
        => (state.Forced.Count < RememberedCommands ? state.Forced : state.Forced.RemoveAt(0)).Add(done);
}

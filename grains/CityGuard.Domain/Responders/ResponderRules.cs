using CityGuard.Domain.Incidents;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Responders.Events;

namespace CityGuard.Domain.Responders;

/// <summary>What a responder may do next, and what each fact makes of it.</summary>
public static class ResponderRules
{
    /// <summary>A clock may differ by so much before a time is called out of order.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Step 2 of the assignment protocol. Judges ownership only: fitness is selection's affair.
    /// No event and no objection: held by this very operation already.
    /// </summary>
    public static Decision<ResponderEvent> Reserve(ResponderState state, IncidentId incident, OperationId op, long expectedEpoch, DateTimeOffset now)
    {
        if (state.IsHeldBy(incident, op))
            return Array.Empty<ResponderEvent>();
        if (!state.IsFree)
            return new Objection(ObjectionKind.Conflict, "held by another assignment", $"{state.Incident} {state.Op} since {state.LastStamp:O}");
        if (!state.InService)
            return new Objection(ObjectionKind.Conflict, "out of service");
        if (state.Epoch != expectedEpoch)
            return new Objection(ObjectionKind.Conflict, $"expected epoch {expectedEpoch}, is {state.Epoch}");
        return new Assigned(incident, op, state.Epoch + 1, Stamp(state, now));
    }

    /// <summary>Step 3 and close: nothing happens unless holder and epoch both match.</summary>
    /// <param name="done">The crew has finished; false: its order is taken back.</param>
    public static Decision<ResponderEvent> Release(ResponderState state, IncidentId incident, long epoch, bool done, DateTimeOffset now)
        => state.Incident == incident && state.Epoch == epoch
            ? new Released(incident, state.Op!.Value, epoch + 1, Stamp(state, now), done)
            : Array.Empty<ResponderEvent>();

    /// <summary>Goes off line; not while held, for then somebody relies on it.</summary>
    public static Decision<ResponderEvent> LeaveService(ResponderState state, string by, DateTimeOffset now)
    {
        if (!state.InService)
            return Array.Empty<ResponderEvent>();
        if (!state.IsFree)
            return new Objection(ObjectionKind.Conflict, "held by an incident: clear it or ask for a recall first", $"{state.Incident} {state.Op}");
        return new OutOfService(by, state.Epoch + 1, Stamp(state, now));
    }

    /// <summary>Comes back on line.</summary>
    public static Decision<ResponderEvent> EnterService(ResponderState state, string by, DateTimeOffset now)
        => state.InService ? Array.Empty<ResponderEvent>() : new InService(by, state.Epoch + 1, Stamp(state, now));

    /// <summary>Signs in. A repeat of the last one changes nothing.</summary>
    public static Decision<ResponderEvent> SignIn(ResponderState state, string by, DateTimeOffset at)
        => Renewal(state.SignedInAt, at, "sign-in") is { } objection ? objection
            : state.SignedInAt == at ? Array.Empty<ResponderEvent>()
            : new SignedIn(by, at);

    /// <summary>Renews one readiness check.</summary>
    public static Decision<ResponderEvent> RenewCheck(ResponderState state, string check, string by, DateTimeOffset at)
    {
        DateTimeOffset? last = state.Renewed.TryGetValue(check, out var renewed) ? renewed : null;
        return Renewal(last, at, $"renewal of {check}") is { } objection ? objection
            : last == at ? Array.Empty<ResponderEvent>()
            : new CheckRenewed(check, by, at);
    }

    /// <summary>The state after one fact.</summary>
    public static ResponderState Evolve(ResponderState state, ResponderEvent happened) => happened switch
    {
        Assigned e => Own(state, e) with { Incident = e.Incident, Op = e.Op, TakenBack = null },
        Released e => Own(state, e) with { Incident = null, Op = null, TakenBack = e.Done ? null : Order(e.Incident, e.Op, e) },
        Diverted e => Own(state, e) with { Incident = e.To, Op = e.Op, TakenBack = null },
        ForceReleased e => Own(state, e) with { Incident = null, Op = null, TakenBack = Order(e.Incident, e.Op, e) },
        OutOfService e => Own(state, e) with { InService = false },
        InService e => Own(state, e) with { InService = true },
        SignedIn e => state with { SignedInAt = e.At },
        CheckRenewed e => state with { Renewed = state.Renewed.SetItem(e.Check, e.At) },
        _ => throw new InvalidOperationException($"no rule for {happened.GetType().Name}"),
    };

    // The order of the epoch before: a later order overtakes it, going off line does not.
    private static TakenBackOrder Order(IncidentId incident, OperationId op, OwnershipEvent happened) => new(incident, op, happened.Epoch - 1, happened.At);

    private static ResponderState Own(ResponderState state, OwnershipEvent happened) => state with { Epoch = happened.Epoch, LastStamp = happened.At };

    private static DateTimeOffset Stamp(ResponderState state, DateTimeOffset now) => now > state.LastStamp ? now : state.LastStamp;

    private static Objection? Renewal(DateTimeOffset? last, DateTimeOffset at, string what)
        => last > at ? new Objection(ObjectionKind.Conflict, $"a {what} at {last:O} is recorded already") : null;
}

using CityGuard.Domain.Incidents;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Responders.Events;

namespace CityGuard.Domain.Responders;

/// <summary>What a responder may do next, and what each fact makes of it.</summary>
public static partial class ResponderRules
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

    /// <summary>Goes off line; not while held, for then somebody relies on it, and not by a word older than what is recorded.</summary>
    /// <param name="at">When the crew said so; <paramref name="now"/> is when it is recorded.</param>
    public static Decision<ResponderEvent> LeaveService(ResponderState state, string by, DateTimeOffset at, DateTimeOffset now)
    {
        if (!state.InService)
            return Array.Empty<ResponderEvent>();
        if (!state.IsFree)
            return new Objection(ObjectionKind.Conflict, "held by an incident: clear it or ask for a recall first", $"{state.Incident} {state.Op}");
        return LateCopy(state, at) is { } late ? late : new OutOfService(by, state.Epoch + 1, Stamp(state, now), at);
    }

    /// <summary>Comes back on line; not by a word older than what is recorded.</summary>
    public static Decision<ResponderEvent> EnterService(ResponderState state, string by, DateTimeOffset at, DateTimeOffset now)
        => state.InService ? Array.Empty<ResponderEvent>()
            : LateCopy(state, at) is { } late ? late
            : new InService(by, state.Epoch + 1, Stamp(state, now), at);

    /// <summary>Signs in. A repeat of the last one changes nothing.</summary>
    /// <param name="at">When it signed in; <paramref name="now"/> is when that is recorded.</param>
    public static Decision<ResponderEvent> SignIn(ResponderState state, string by, DateTimeOffset at, DateTimeOffset now)
        => Renewal(state.SignedInAt, at, "sign-in") is { } objection ? objection
            : state.SignedInAt == at ? Array.Empty<ResponderEvent>()
            : new SignedIn(by, now, at);

    /// <summary>Renews one readiness check. A repeat of the last renewal changes nothing.</summary>
    /// <param name="at">When it was renewed; <paramref name="now"/> is when that is recorded.</param>
    public static Decision<ResponderEvent> RenewCheck(ResponderState state, string check, string by, DateTimeOffset at, DateTimeOffset now)
    {
        DateTimeOffset? last = state.Renewed.TryGetValue(check, out var renewed) ? renewed : null;
        return Renewal(last, at, $"renewal of {check}") is { } objection ? objection
            : last == at ? Array.Empty<ResponderEvent>()
            : new CheckRenewed(check, by, now, at);
    }

    /// <summary>The state after one fact.</summary>
    public static ResponderState Evolve(ResponderState state, ResponderEvent happened) => happened switch
    {
        Assigned e => Own(state, e) with { Incident = e.Incident, Op = e.Op, TakenBack = null },
        Released e => Own(state, e) with { Incident = null, Op = null, TakenBack = e.Done ? null : Order(e.Incident, e.Op, e) },
        Diverted e => Apply(state, e),
        ForceReleased e => Apply(state, e),
        LossHeard e => Apply(state, e),
        OutOfService e => Said(state, e, e.HappenedAt) with { InService = false },
        InService e => Said(state, e, e.HappenedAt) with { InService = true },
        SignedIn e => state with { SignedInAt = e.HappenedAt ?? e.At },
        CheckRenewed e => state with { Renewed = state.Renewed.SetItem(e.Check, e.HappenedAt ?? e.At) },
        _ => LendingRules.Evolve(state, happened) ?? throw new InvalidOperationException($"no rule for {happened.GetType().Name}"),
    };

    // The order of the epoch before: a later order overtakes it, going off line does not.
    private static TakenBackOrder Order(IncidentId incident, OperationId op, OwnershipEvent happened) => new(incident, op, happened.Epoch - 1, happened.At);

    // Ownership is stamped by our clock, which the crew's may differ from; its own words are compared by its own clock.
    private static ResponderState Own(ResponderState state, OwnershipEvent happened) => Said(state, happened, happened.At - Tolerance);

    private static ResponderState Said(ResponderState state, OwnershipEvent happened, DateTimeOffset? at)
    {
        var said = at ?? happened.At;
        return state with { Epoch = happened.Epoch, LastStamp = happened.At, StatusAfter = said > state.StatusAfter ? said : state.StatusAfter };
    }

    private static Objection? LateCopy(ResponderState state, DateTimeOffset at)
        => at < state.StatusAfter ? new Objection(ObjectionKind.Conflict, $"said at {at:O}, but something newer is recorded: {state.StatusAfter:O}") : null;

    private static DateTimeOffset Stamp(ResponderState state, DateTimeOffset now) => now > state.LastStamp ? now : state.LastStamp;

    private static Objection? Renewal(DateTimeOffset? last, DateTimeOffset at, string what)
        => last > at ? new Objection(ObjectionKind.Conflict, $"a {what} at {last:O} is recorded already") : null;
}

using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Aid;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Responders.Events;

namespace CityGuard.Domain.Responders;

/// <summary>Lending a responder to another area. Its own stream alone says to whom it is lent, so nobody is lent twice.</summary>
public static class LendingRules
{
    /// <summary>Lends it. No event and no objection: lent by this very request already.</summary>
    public static Decision<ResponderEvent> Lend(ResponderState state, AidId aid, AreaId to, DateTimeOffset until, DateTimeOffset now)
    {
        var lent = state.Lent;
        if (lent?.Aid == aid)
            return Array.Empty<ResponderEvent>();
        if (until <= now)
            return new Objection(ObjectionKind.Conflict, "the time of the aid is over");
        if (lent is not null && now < lent.Until)
            return new Objection(ObjectionKind.Conflict, $"lent to {lent.To} until {lent.Until:O}", lent.Aid.Value);
        if (!state.InService)
            return new Objection(ObjectionKind.Conflict, "out of service");
        if (!state.IsFree)
            return new Objection(ObjectionKind.Conflict, "held by an incident", $"{state.Incident} {state.Op}");
        var fact = new Lent(aid, to, until, now);
        return lent is null ? fact : (ResponderEvent[])[new CameHome(lent.Aid, now), fact];
    }

    /// <summary>Ends the lending of this request; nothing when it is another's, or over.</summary>
    public static Decision<ResponderEvent> ComeHome(ResponderState state, AidId aid, DateTimeOffset now)
        => state.Lent?.Aid == aid ? new CameHome(aid, now) : Array.Empty<ResponderEvent>();

    /// <summary>The state after a fact of lending; null: it is none.</summary>
    public static ResponderState? Evolve(ResponderState state, ResponderEvent happened) => happened switch
    {
        Lent e => state with { Lent = new Lending(e.Aid, e.To, e.Until) },
        CameHome => state with { Lent = null },
        _ => null,
    };
}

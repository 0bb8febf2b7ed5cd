using CityGuard.Domain.Journal;
using CityGuard.Domain.Roads.Events;

namespace CityGuard.Domain.Roads;

/// <summary>What may be said of roads.</summary>
public static class RoadRules
{
    /// <summary>Least and largest factor on travel times; 1 would say nothing.</summary>
    public const double LeastFactor = 0.2, MostFactor = 20;

    /// <summary>Restrictions that may stand at once.</summary>
    public const int Most = 500;

    /// <summary>Closes roads or slows them. A repeat of the command is nothing new.</summary>
    /// <param name="state">What is said so far.</param>
    /// <param name="wanted">The restriction; whether its place names roads is for the asker to know.</param>
    public static Decision<RoadEvent> Restrict(RoadState state, RoadRestricted wanted)
    {
        if (state.Commands.GetValueOrDefault(wanted.Command) is { } known)
            return known is RoadRestricted same && (same.Factor, same.Until, same.By, same.Why, same.Place.Street) == (wanted.Factor, wanted.Until, wanted.By, wanted.Why, wanted.Place.Street)
                ? Array.Empty<RoadEvent>()
                : new Objection(ObjectionKind.Conflict, $"command {wanted.Command} was another one");
        if (wanted.Factor is { } factor && (!(factor >= LeastFactor && factor <= MostFactor) || factor == 1))
            return new Objection(ObjectionKind.Impossible, FormattableString.Invariant($"travel times may become {LeastFactor} to {MostFactor} times the usual, not {factor}"));
        if (wanted.Until <= wanted.At)
            return new Objection(ObjectionKind.Impossible, "it would end before it begins");
        return state.InForce(wanted.At).Count() < Most
            ? wanted
            : new Objection(ObjectionKind.Impossible, $"{Most} restrictions stand already: lift some first");
    }

    /// <summary>Lifts a restriction. A repeat of the command is nothing new.</summary>
    public static Decision<RoadEvent> Release(RoadState state, RoadReleased wanted)
    {
        if (state.Commands.GetValueOrDefault(wanted.Command) is { } known)
            return known is RoadReleased same && (same.Id, same.By) == (wanted.Id, wanted.By)
                ? Array.Empty<RoadEvent>()
                : new Objection(ObjectionKind.Conflict, $"command {wanted.Command} was another one");
        return state.InForce(wanted.At).Any(r => r.Id == wanted.Id)
            ? wanted
            : new Objection(ObjectionKind.Unknown, $"no restriction '{wanted.Id}' is in force");
    }
}

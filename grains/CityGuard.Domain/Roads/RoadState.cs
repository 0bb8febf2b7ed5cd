using System.Collections.Immutable;
using CityGuard.Domain.Roads.Events;

namespace CityGuard.Domain.Roads;

/// <summary>What is said of the city's roads beside what its package says.</summary>
public sealed record RoadState
{
    /// <summary>Before any fact.</summary>
    public static RoadState Empty { get; } = new();

    /// <summary>Restrictions that nobody has lifted, in the order of their coming; some may have ended by themselves.</summary>
    public ImmutableList<RoadRestricted> Standing { get; init; } = [];

    /// <summary>All facts by the id of their command.</summary>
    public ImmutableDictionary<string, RoadEvent> Commands { get; init; } = ImmutableDictionary<string, RoadEvent>.Empty;

    /// <summary>Restrictions in force at a moment: one ends at its instant, not after it.</summary>
    public IEnumerable<RoadRestricted> InForce(DateTimeOffset now) => Standing.Where(r => !(r.Until <= now));

    /// <summary>The state after a fact.</summary>
    public RoadState Evolve(RoadEvent happened)
    {
        var next = this with { Commands = Commands.SetItem(happened.Command, happened) };
        return happened switch
        {
            RoadRestricted e => next with { Standing = Standing.Add(e) },
            RoadReleased e => next with { Standing = Standing.RemoveAll(r => r.Id == e.Id) },
            _ => throw new InvalidOperationException($"no rule for {happened.GetType().Name}"),
        };
    }
}

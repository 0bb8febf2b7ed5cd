using System.Collections.Immutable;
using CityGuard.Domain.Deployments.Events;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Responders;

namespace CityGuard.Domain.Deployments;

/// <summary>Posts that stand elsewhere than in the city package.</summary>
public sealed record DeploymentState
{
    /// <summary>Before any fact.</summary>
    public static DeploymentState Empty { get; } = new();

    /// <summary>Posts by responder.</summary>
    public ImmutableDictionary<ResponderId, GeoPoint> Moved { get; init; } = ImmutableDictionary<ResponderId, GeoPoint>.Empty;

    /// <summary>How often posts were moved.</summary>
    public int Count { get; init; }

    /// <summary>The latest fact; null: there is none.</summary>
    public PostsMoved? Last { get; init; }

    /// <summary>All facts by the id of their command.</summary>
    public ImmutableDictionary<string, PostsMoved> Commands { get; init; } = ImmutableDictionary<string, PostsMoved>.Empty;

    /// <summary>The state after a fact.</summary>
    public DeploymentState Evolve(DeploymentEvent happened)
    {
        if (happened is not PostsMoved moved)
            throw new InvalidOperationException($"no rule for {happened.GetType().Name}");
        var posts = Moved.ToBuilder();
        foreach (var move in moved.Moves)
            if (move.To is { } to)
                posts[move.Who] = to;
            else
                posts.Remove(move.Who);
        return new DeploymentState { Moved = posts.ToImmutable(), Count = Count + 1, Last = moved, Commands = Commands.SetItem(moved.Command, moved) };
    }
}

using CityGuard.Domain.Deployments.Events;
using CityGuard.Domain.Journal;

namespace CityGuard.Domain.Deployments;

/// <summary>What may be said of posts. Whether a place lies in the city, and whether somebody can be moved at all, is for the asker to know.</summary>
public static class DeploymentRules
{
    /// <summary>Moves in one command: the fact stays below what a journal holds in one piece (64 KiB).</summary>
    public const int MostMoves = 500;

    /// <summary>Moves posts, all together or none. A repeat of the command is nothing new.</summary>
    /// <param name="state">What is said so far.</param>
    /// <param name="wanted">The moves.</param>
    /// <param name="ifCount">How often posts had been moved when the moves were looked at (see <see cref="DeploymentState.Count"/>); null: whatever it was.</param>
    public static Decision<DeploymentEvent> Move(DeploymentState state, PostsMoved wanted, int? ifCount = null)
    {
        if (state.Commands.GetValueOrDefault(wanted.Command) is { } known)
            return (known.By, known.Why, known.Scenario) == (wanted.By, wanted.Why, wanted.Scenario) && known.Moves.SequenceEqual(wanted.Moves)
                ? Array.Empty<DeploymentEvent>()
                : new Objection(ObjectionKind.Conflict, $"command {wanted.Command} was another one");
        if (ifCount is { } seen && seen != state.Count)
            return new Objection(ObjectionKind.Conflict, $"posts were moved by {state.Last?.By} at {state.Last?.At:u} since you looked: look again");
        if (wanted.Moves.Count is 0 or > MostMoves)
            return new Objection(ObjectionKind.Impossible, $"{wanted.Moves.Count} posts cannot be moved at once: 1 to {MostMoves}");
        if (wanted.Moves.GroupBy(move => move.Who).FirstOrDefault(same => same.Count() > 1) is { } twice)
            return new Objection(ObjectionKind.Impossible, $"{twice.Key} is moved twice");
        if (wanted.Moves.FirstOrDefault(move => move.To is { IsValid: false }) is { } nowhere)
            return new Objection(ObjectionKind.Impossible, $"{nowhere.Who} would be posted nowhere on the earth");
        return wanted.Moves.All(move => move.To is { } to ? state.Moved.TryGetValue(move.Who, out var now) && now == to : !state.Moved.ContainsKey(move.Who))
            ? new Objection(ObjectionKind.Conflict, "all of them are posted there already")
            : wanted;
    }
}

using CityGuard.Domain.Deployments;
using CityGuard.Domain.Deployments.Events;

namespace CityGuard.Domain.Journal.Invariants;

/// <summary>The posts of a city: each fact moves somebody, nobody twice, and says who and why.</summary>
internal sealed class DeploymentLedger(string stream, List<string> violations) : Ledger(stream, violations)
{
    private readonly HashSet<string> _commands = [];

    public void Enter(DeploymentEvent happened)
    {
        Version++;
        Require(!string.IsNullOrWhiteSpace(happened.By) && !string.IsNullOrWhiteSpace(happened.Why), "said by nobody, or for no reason");
        Require(_commands.Add(happened.Command), $"command {happened.Command} was carried out twice");
        if (happened is not PostsMoved moved)
            return;
        Require(moved.Moves.Count is > 0 and <= DeploymentRules.MostMoves, $"{moved.Moves.Count} posts were moved at once");
        Require(moved.Moves.DistinctBy(move => move.Who).Count() == moved.Moves.Count, "somebody was moved twice at once");
        Require(moved.Moves.All(move => move.To is not { IsValid: false }), "somebody is posted nowhere");
    }
}

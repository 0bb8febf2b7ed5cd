using CityGuard.Domain.Deployments.Events;

namespace CityGuard.Domain.Journal.Invariants;

/// <summary>The posts of the city.</summary>
public sealed partial class InvariantChecker
{
    /// <summary>A whole stream of posts, from version 1.</summary>
    public void Deployment(string stream, IEnumerable<DeploymentEvent> events)
    {
        var ledger = new DeploymentLedger(stream, _violations);
        foreach (var happened in events)
        {
            ledger.Enter(happened);
            _acked.Met(stream, ledger.Version, happened.GetType().Name, happened.Command);
        }
    }
}

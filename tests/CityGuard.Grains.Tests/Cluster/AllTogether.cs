namespace CityGuard.Grains.Tests.Cluster;

/// <summary>
/// The silos of a new cluster wait for each other before any of them wakes a sector. What the first one woke of another's districts would move, and begin anew, a
/// few seconds into the test.
/// </summary>
internal sealed class AllTogether(IClusterManifestProvider known, AllTogether.Gate gate) : ILifecycleParticipant<ISiloLifecycle>
{
    /// <summary>Before the stage at which the warden begins.</summary>
    private const int Stage = ServiceLifecycleStage.BecomeActive;

    public void Participate(ISiloLifecycle lifecycle) => lifecycle.Subscribe(nameof(AllTogether), Stage, Join);

    private Task Join(CancellationToken cancel) => Eventually.Holds(() => Task.FromResult(gate.IsOpen || known.Current.Silos.Count >= gate.Silos), () => $"{known.Current.Silos.Count} silos of {gate.Silos}");

    /// <summary>Who is waited for.</summary>
    internal sealed class Gate(int silos)
    {
        public int Silos => silos;

        /// <summary>True once the cluster stands: who joins later waits for nobody.</summary>
        public bool IsOpen { get; set; }
    }
}

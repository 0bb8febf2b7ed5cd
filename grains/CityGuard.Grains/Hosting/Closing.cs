namespace CityGuard.Grains.Hosting;

/// <summary>
/// Says that this silo is closing. Its actors end one after the other then, and what an actor still living would tell one already
/// ended would look for a place in vain; the next silo hears everything again.
/// </summary>
internal sealed class Closing : ILifecycleParticipant<ISiloLifecycle>
{
    private volatile bool _begun;

    public bool HasBegun => _begun;

    public void Participate(ISiloLifecycle lifecycle) => lifecycle.Subscribe(nameof(Closing), ServiceLifecycleStage.Active, _ => Task.CompletedTask, Begin);

    private Task Begin(CancellationToken cancel)
    {
        _begun = true;
        return Task.CompletedTask;
    }
}

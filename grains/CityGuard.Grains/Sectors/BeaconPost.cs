using CityGuard.Grains.Responders;

namespace CityGuard.Grains.Sectors;

/// <summary>
/// Carries beacons that are not urgent from the responders of a silo to the boards: one message a board and tick, with the latest beacon
/// of each responder. A responder in the centre is within reach of dozens of boards, and a message for each would be most of all traffic.
/// </summary>
internal sealed class BeaconPost : ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    public static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    private readonly SectorDoors _sectors;
    private readonly TimeProvider _time;
    private readonly Dictionary<int, Beacon>[] _boxes;
    private readonly CancellationTokenSource _stop = new();
    private Task _carrying = Task.CompletedTask;

    public BeaconPost(Hosting.CityIndex index, SectorDoors sectors, TimeProvider time)
    {
        (_sectors, _time) = (sectors, time);
        _boxes = [.. Enumerable.Range(0, index.SectorCount).Select(_ => new Dictionary<int, Beacon>())];
    }

    public void Participate(ISiloLifecycle lifecycle) => lifecycle.Subscribe(nameof(BeaconPost), ServiceLifecycleStage.Active, Start, Stop);

    /// <summary>Takes a beacon; a later one of the same responder replaces it before it is carried.</summary>
    public void Send(int sector, Beacon beacon)
    {
        var box = _boxes[sector];
        lock (box)
            box[beacon.Responder] = beacon;
    }

    public void Dispose() => _stop.Dispose();

    private Task Start(CancellationToken cancel)
    {
        _carrying = Task.Run(Carry, CancellationToken.None);
        return Task.CompletedTask;
    }

    private async Task Stop(CancellationToken cancel)
    {
        await _stop.CancelAsync();
        await _carrying.WaitAsync(cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task Carry()
    {
        using var timer = new PeriodicTimer(Tick, _time);
        while (await timer.WaitForNextTickAsync(_stop.Token))
            for (var sector = 0; sector < _boxes.Length; sector++)
                if (Empty(_boxes[sector]) is { Length: > 0 } beacons)
                    _sectors[sector].Beacons(beacons).Ignore();
    }

    private static Beacon[] Empty(Dictionary<int, Beacon> box)
    {
        lock (box)
        {
            if (box.Count == 0)
                return [];
            Beacon[] beacons = [.. box.Values];
            box.Clear();
            return beacons;
        }
    }
}

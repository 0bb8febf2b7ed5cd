using System.Collections.Concurrent;
using CityGuard.Grains.Areas;
using CityGuard.Grains.Areas.Aid;
using CityGuard.Grains.Sectors;
using Microsoft.Extensions.Logging;

namespace CityGuard.Grains.Hosting;

/// <summary>
/// Keeps the city awake from each silo: at start, when membership changes and every 5 s it makes sure of every sector, and once
/// a minute of every area. Sectors wake what is at home in them.
/// </summary>
internal sealed class CityWarden(
    CityIndex index, IGrainFactory grains, IClusterMembershipService membership, TimeProvider time, OpenAids aids, ILogger<CityWarden> log)
    : ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(5), AreaRound = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _stop = new();
    private TaskCompletionSource _membershipChanged = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _watch = Task.CompletedTask, _rounds = Task.CompletedTask;

    public void Participate(ISiloLifecycle lifecycle) => lifecycle.Subscribe(nameof(CityWarden), ServiceLifecycleStage.Active, Start, Stop);

    public void Dispose() => _stop.Dispose();

    private Task Start(CancellationToken cancel)
    {
        _watch = Task.Run(Watch, CancellationToken.None);
        _rounds = Task.Run(Rounds, CancellationToken.None);
        return Task.CompletedTask;
    }

    private async Task Stop(CancellationToken cancel)
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_watch, _rounds).WaitAsync(cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task Watch()
    {
        await foreach (var _ in membership.MembershipUpdates.WithCancellation(_stop.Token))
            _membershipChanged.TrySetResult();
    }

    private async Task Rounds()
    {
        var (areasAt, areasDue) = (DateTimeOffset.MinValue, new ConcurrentQueue<string>());
        while (!_stop.IsCancellationRequested)
        {
            _membershipChanged = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await Bounded.ForEach(index.SectorIds, sector => Try(sector, () => grains.GetGrain<ISectorGrain>(sector).Ensure(index.City.Manifest.Hash)));
            if (time.GetUtcNow() - areasAt >= AreaRound)
            {
                await Try("the open requests for aid", aids.Wake); // whoever is lent comes home also when nobody has asked since a restart
                (areasAt, areasDue) = (time.GetUtcNow(), new ConcurrentQueue<string>(index.City.Areas.Select(a => a.Id.Value)));
            }

            var (areas, again) = (areasDue, new ConcurrentQueue<string>());
            await Bounded.ForEach(areas, async area =>
            {
                if (!await Try(area, () => grains.GetGrain<IAreaGrain>(area).Ensure()))
                    again.Enqueue(area);
            });
            areasDue = again;

            using var round = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
            await Task.WhenAny(Task.Delay(Round, time, round.Token), _membershipChanged.Task);
            await round.CancelAsync();
        }
    }

    private async Task<bool> Try(string id, Func<Task<bool>> ensure)
    {
        try
        {
            return _stop.IsCancellationRequested || await ensure();
        }
#pragma warning disable CA1031 // one actor that cannot be reached must not keep the others asleep; the next round tries again
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.LogWarning("The warden could not make sure of {Id}: {Reason}", id, e.Message);
            return false;
        }
    }
}

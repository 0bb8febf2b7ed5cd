using Microsoft.Extensions.Logging;

namespace CityGuard.Grains.Hosting;

/// <summary>
/// Keeps a picture of this silo true to the journal: each second it looks. Reading the journal and not being told, it cannot miss anything;
/// that somebody has just said something only makes it look at once.
/// </summary>
internal abstract class JournalWatch(TimeProvider time, ILogger log) : ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _looking = new(1);
    private TaskCompletionSource _nudged = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _rounds = Task.CompletedTask;

    /// <summary>Actors must not speak before the picture is that of now: the first look is part of starting.</summary>
    public void Participate(ISiloLifecycle lifecycle) => lifecycle.Subscribe(GetType().Name, ServiceLifecycleStage.ApplicationServices, Start, Stop);

    public void Dispose()
    {
        _stop.Dispose();
        _looking.Dispose();
    }

    /// <summary>Looks again at once.</summary>
    public void Nudge() => _nudged.TrySetResult();

    /// <summary>Looks now, and answers when the picture is that of now.</summary>
    public async Task Look(CancellationToken cancel = default)
    {
        await _looking.WaitAsync(cancel);
        try
        {
            await Renew(cancel);
        }
        finally
        {
            _looking.Release();
        }
    }

    /// <summary>Reads, and brings the picture up to date; never twice at once.</summary>
    protected abstract Task Renew(CancellationToken cancel);

    /// <summary>Once, after the first look.</summary>
    protected virtual Task Prepare() => Task.CompletedTask;

    private async Task Start(CancellationToken cancel)
    {
        await Look(cancel);
        _rounds = Task.Run(Rounds, CancellationToken.None);
    }

    private async Task Stop(CancellationToken cancel)
    {
        await _stop.CancelAsync();
        await _rounds.WaitAsync(cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task Rounds()
    {
        await Safely(Prepare);
        while (!_stop.IsCancellationRequested)
        {
            using (var round = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token))
            {
                await Task.WhenAny(Task.Delay(Glance, time, round.Token), _nudged.Task);
                await round.CancelAsync();
            }

            _nudged = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await Safely(() => Look(_stop.Token));
        }
    }

    private async Task Safely(Func<Task> act)
    {
        try
        {
            await act();
        }
#pragma warning disable CA1031 // a journal that fails for a moment must not end the watch: the next look tries again, and the old picture stays known as what it is
        catch (Exception e) when (!_stop.IsCancellationRequested)
#pragma warning restore CA1031
        {
            log.LogWarning("{Watch} could not look: {Reason}", GetType().Name, e.Message);
        }
    }
}

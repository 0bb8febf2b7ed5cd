using CityGuard.Abstractions.Feed;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Hosting;

namespace CityGuard.Grains.Feed;

/// <summary>
/// The relay of one silo: takes what its actors show, keeps the latest, and sends one frame each 200 ms to whoever holds a lease.
/// Actors never wait for it beyond a short lock.
/// </summary>
internal sealed class FeedRelay : ILiveFeed, ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    public static readonly TimeSpan FrameEvery = TimeSpan.FromMilliseconds(200), HeartbeatEvery = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly Dictionary<IFeedObserver, DateTimeOffset> _leases = [];
    private readonly RelayFrame _frame;
    private readonly TimeProvider _time;
    private readonly string _source;
    private readonly CancellationTokenSource _stop = new();
    private DateTimeOffset _sentAt;
    private Task _sending = Task.CompletedTask;
    private long _seq;
    private DateTimeOffset? _waitsSince;

    public FeedRelay(CityIndex index, ILocalSiloDetails silo, TimeProvider time)
    {
        _frame = new RelayFrame(index.City.Responders.Length, index.City.Cells.Count, index.City.Targets.Length);
        _time = time;
        Key = silo.SiloAddress.ToParsableString();
        _source = $"{Key}/{time.GetUtcNow().ToUnixTimeMilliseconds()}";
    }

    /// <summary>Age of the oldest change that viewers have not been sent; zero while there is none, or nobody to send it to.</summary>
    public TimeSpan Age
    {
        get
        {
            lock (_lock)
                return _waitsSince is { } since ? _time.GetUtcNow() - since : TimeSpan.Zero;
        }
    }

    /// <summary>Key of this silo's relay.</summary>
    public string Key { get; }

    public void Participate(ISiloLifecycle lifecycle) => lifecycle.Subscribe(nameof(FeedRelay), ServiceLifecycleStage.RuntimeServices, Start, Stop);

    public void Position(int responder, GeoPoint position, ResponderStatus status, DateTimeOffset? at, DateTimeOffset countsUntil)
    {
        lock (_lock)
        {
            _frame.Position(responder, position, status, at, countsUntil);
            Changed();
        }
    }

    public void Incident(IncidentDelta incident)
    {
        lock (_lock)
        {
            _frame.Incident(incident);
            Changed();
        }
    }

    public void Cell(int cell, ReadinessLevel level)
    {
        lock (_lock)
        {
            _frame.Cell(cell, level);
            Changed();
        }
    }

    public void Target(int target, ReadinessLevel level)
    {
        lock (_lock)
        {
            _frame.Target(target, level);
            Changed();
        }
    }

    /// <summary>Starts or renews a lease; the answer is everything known, and the next frame to that observer follows it without a gap.</summary>
    public FeedFrame Subscribe(IFeedObserver observer, TimeSpan lease)
    {
        // What is pending goes out first, so that the snapshot's number is the last one sent to anyone.
        SendDue(force: true);
        lock (_lock)
        {
            _leases[observer] = _time.GetUtcNow() + lease;
            return _frame.Snapshot(_source, _seq, _time.GetUtcNow());
        }
    }

    /// <summary>False when there is no lease to renew: subscribe anew.</summary>
    public bool Renew(IFeedObserver observer, TimeSpan lease)
    {
        lock (_lock)
        {
            if (!_leases.ContainsKey(observer))
                return false;
            _leases[observer] = _time.GetUtcNow() + lease;
            return true;
        }
    }

    public void Unsubscribe(IFeedObserver observer)
    {
        lock (_lock)
            _leases.Remove(observer);
    }

    public void Dispose() => _stop.Dispose();

    private Task Start(CancellationToken cancel)
    {
        _sending = Task.Run(Send, CancellationToken.None);
        return Task.CompletedTask;
    }

    private async Task Stop(CancellationToken cancel)
    {
        await _stop.CancelAsync();
        await _sending.WaitAsync(cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task Send()
    {
        using var timer = new PeriodicTimer(FrameEvery, _time);
        while (await timer.WaitForNextTickAsync(_stop.Token))
            SendDue(force: false);
    }

    private void Changed() => _waitsSince = _frame.HasChanges ? _waitsSince ?? _time.GetUtcNow() : null;

    /// <summary>One frame to everyone with a lease, made once. Nothing new: only a heartbeat, so that silence means trouble.</summary>
    private void SendDue(bool force)
    {
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            foreach (var (observer, until) in _leases)
                if (until < now)
                    _leases.Remove(observer);
            if (_leases.Count == 0)
                _frame.Forget();
            else if (_frame.HasChanges || (!force && now - _sentAt >= HeartbeatEvery))
            {
                var frame = _frame.Changes(_source, ++_seq, now);
                _sentAt = now;
                foreach (var observer in _leases.Keys)
                    observer.Frame(frame).Ignore();
            }
            Changed();
        }
    }
}

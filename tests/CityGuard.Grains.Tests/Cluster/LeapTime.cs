namespace CityGuard.Grains.Tests.Cluster;

/// <summary>
/// The clock on the wall, and after a leap so much later: the alarms of actors that were due within the leap go off at once. The cluster's own timers go on by the wall, for its
/// silos answer each other no faster.
/// </summary>
internal sealed class LeapTime : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly HashSet<Alarm> _alarms = [];
    private TimeSpan _shift;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return System.GetUtcNow().Add(_shift);
    }

    public void Leap(TimeSpan by)
    {
        Alarm[] alarms;
        lock (_gate)
        {
            _shift += by;
            alarms = [.. _alarms];
        }

        foreach (var alarm in alarms)
            alarm.Sooner(by);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (state is not IGrainTimer)
            return base.CreateTimer(callback, state, dueTime, period);
        var alarm = new Alarm(this, callback, state);
        lock (_gate)
            _alarms.Add(alarm);
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>An actor's timer; Orleans sets it anew for each time that it goes off.</summary>
    private sealed class Alarm : ITimer
    {
        private readonly LeapTime _time;
        private readonly ITimer _timer;
        private readonly Lock _gate = new();
        private long _set;
        private TimeSpan _wait = Timeout.InfiniteTimeSpan;

        public Alarm(LeapTime time, TimerCallback callback, object state)
        {
            _time = time;
            _timer = System.CreateTimer(_ => GoOff(callback, state), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_gate)
            {
                (_set, _wait) = (System.GetTimestamp(), dueTime);
                return _timer.Change(dueTime, Timeout.InfiniteTimeSpan);
            }
        }

        public void Sooner(TimeSpan by)
        {
            lock (_gate)
            {
                if (_wait == Timeout.InfiniteTimeSpan)
                    return;
                _wait -= by;
                var left = _wait - System.GetElapsedTime(_set);
                _timer.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
            }
        }

        public void Dispose()
        {
            lock (_time._gate)
                _time._alarms.Remove(this);
            _timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void GoOff(TimerCallback callback, object state)
        {
            lock (_gate)
                _wait = Timeout.InfiniteTimeSpan;
            callback(state);
        }
    }
}

namespace CityGuard.Grains.Hosting;

/// <summary>
/// Time of a running node. It follows the machine's clock and never goes back: what is due, fresh or late is judged by comparing two moments, and a thousand such
/// comparisons would each be wrong for as long as the clock was set back by. Small differences are made up by going up to a twentieth faster or slower; a clock set far ahead
/// is believed once it has stayed there (a machine that slept), one set far back is met by going slower.
/// </summary>
public sealed class SteadyClock : TimeProvider
{
    /// <summary>A difference that is no matter of adjusting a clock any more: somebody has set it.</summary>
    public static readonly TimeSpan Set = TimeSpan.FromSeconds(5);

    /// <summary>A clock that was set far ahead is followed after so long.</summary>
    public static readonly TimeSpan Believed = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan MostSlew = LookEvery / 20;

    private readonly TimeProvider _machine;
    private readonly Lock _looking = new();
    private volatile Reading _last;

    /// <param name="machine">Its clock and its timers; the timers are taken as they are.</param>
    public SteadyClock(TimeProvider machine)
    {
        _machine = machine;
        _last = new Reading(machine.GetTimestamp(), machine.GetUtcNow(), TimeSpan.Zero, TimeSpan.Zero, null);
    }

    /// <summary>How far the machine's clock is ahead of this one; negative: behind. By the latest look, at most a tenth of a second before somebody last asked for the time.</summary>
    public TimeSpan MachineAhead => _last.Off;

    public override TimeZoneInfo LocalTimeZone => _machine.LocalTimeZone;

    public override long TimestampFrequency => _machine.TimestampFrequency;

    public override long GetTimestamp() => _machine.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => _machine.CreateTimer(callback, state, dueTime, period);

    public override DateTimeOffset GetUtcNow()
    {
        var last = _last;
        var passed = _machine.GetElapsedTime(last.Timestamp);
        return passed < LookEvery ? last.After(passed) : Look();
    }

    private DateTimeOffset Look()
    {
        lock (_looking)
        {
            var (last, timestamp) = (_last, _machine.GetTimestamp());
            var passed = _machine.GetElapsedTime(last.Timestamp, timestamp);
            var now = last.After(passed);
            if (passed < LookEvery)
                return now; // somebody else has just looked
            var off = _machine.GetUtcNow() - now;
            var aheadSince = off > Set ? last.AheadSince ?? timestamp : default(long?);
            if (aheadSince is { } since && _machine.GetElapsedTime(since, timestamp) >= Believed)
                (now, off, aheadSince) = (now + off, TimeSpan.Zero, null);
            // While it is not known whether a far clock is right, neither faster nor slower.
            var slew = aheadSince is null ? Within(off, MostSlew) : TimeSpan.Zero;
            _last = new Reading(timestamp, now, slew, off, aheadSince);
            return now;
        }
    }

    private static TimeSpan Within(TimeSpan span, TimeSpan most) => span > most ? most : span < -most ? -most : span;

    /// <summary>One look at the machine's clock.</summary>
    /// <param name="Timestamp">When, by the clock that nobody sets.</param>
    /// <param name="Utc">The time told then.</param>
    /// <param name="Slew">What is added in the tenth of a second after it, evenly.</param>
    /// <param name="Off">How far the machine was ahead.</param>
    /// <param name="AheadSince">Timestamp of the first look that found it far ahead; null: it is not.</param>
    private sealed record Reading(long Timestamp, DateTimeOffset Utc, TimeSpan Slew, TimeSpan Off, long? AheadSince)
    {
        public DateTimeOffset After(TimeSpan passed) => Utc + passed + (Slew * Math.Min(1, passed / LookEvery));
    }
}

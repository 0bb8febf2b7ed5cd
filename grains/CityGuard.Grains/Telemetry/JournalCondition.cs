using CityGuard.Domain.Journal;

namespace CityGuard.Grains.Telemetry;

/// <summary>How the journal fares, as the appends of this silo find it.</summary>
internal sealed class JournalCondition(TimeProvider time)
{
    /// <summary>An append that takes longer is slow.</summary>
    public static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly LinkedList<long> _waiting = [];
    private long? _answeredAt, _failedAt, _slowAt;
    private int _failures;

    /// <summary>Appends that wait for an answer.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
                return _waiting.Count;
        }
    }

    /// <summary>An append was handed over; give the mark back when it is answered.</summary>
    public LinkedListNode<long> Begin()
    {
        var begun = time.GetTimestamp();
        lock (_gate)
            return _waiting.AddLast(begun);
    }

    /// <summary>The append was answered; null: nobody knows how. A conflict is an answer too: the journal works.</summary>
    /// <returns>How long it took.</returns>
    public TimeSpan End(LinkedListNode<long> mark, AppendResult? result)
    {
        var now = time.GetTimestamp();
        var took = time.GetElapsedTime(mark.Value, now);
        lock (_gate)
        {
            _waiting.Remove(mark);
            if (took > Slow)
                _slowAt = now;
            if (result is null)
                (_failures, _failedAt) = (_failures + 1, now);
            else
                (_failures, _answeredAt) = (0, now);
        }

        return took;
    }

    public JournalSigns Look()
    {
        var now = time.GetTimestamp();
        lock (_gate)
        {
            var oldest = _waiting.First is { } first ? time.GetElapsedTime(first.Value, now) : TimeSpan.Zero;
            return new JournalSigns(_waiting.Count, oldest, _failures, Since(_answeredAt), Since(_failedAt), Since(_slowAt));
        }

        TimeSpan? Since(long? moment) => moment is { } at ? time.GetElapsedTime(at, now) : null;
    }
}

/// <summary>What can be seen of the journal now. Null: it has not happened since this silo started.</summary>
/// <param name="Waiting">Appends that wait for an answer.</param>
/// <param name="OldestWait">How long the oldest of them has waited.</param>
/// <param name="Failures">How many in a row had no known outcome.</param>
/// <param name="SinceAnswer">Since the last that was answered.</param>
/// <param name="SinceFailure">Since the last whose outcome is unknown.</param>
/// <param name="SinceSlow">Since the last that took longer than <see cref="JournalCondition.Slow"/>.</param>
internal sealed record JournalSigns(int Waiting, TimeSpan OldestWait, int Failures, TimeSpan? SinceAnswer, TimeSpan? SinceFailure, TimeSpan? SinceSlow);

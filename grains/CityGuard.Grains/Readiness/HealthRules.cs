using System.Globalization;
using CityGuard.Abstractions.Readiness;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Telemetry;

namespace CityGuard.Grains.Readiness;

/// <summary>From signs to a word with its reasons. What outweighs gives the word; every reason is told.</summary>
internal static class HealthRules
{
    /// <summary>An append that waits longer, while none was answered either, will most likely never be.</summary>
    public static readonly TimeSpan Stuck = TimeSpan.FromSeconds(5);

    /// <summary>For so long a fault counts. Without a later append nobody knows better, and a city that nobody sends anything must not stay read-only for ever.</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromSeconds(30);

    /// <summary>Viewers are sent a frame every 200 ms; what is older than this is no hiccup.</summary>
    public static readonly TimeSpan FeedOld = TimeSpan.FromSeconds(5);

    private const int FailuresThatCount = 3, NamedSectors = 5;

    public static (HealthState State, IReadOnlyList<string> Reasons) Judge(HealthSigns signs)
    {
        (HealthState State, string Reason)?[] all = [Boards(signs), Journal(signs.Journal), Feed(signs.FeedAge), Clock(signs.ClockAhead)];
        var wrong = all.OfType<(HealthState State, string Reason)>().ToArray();
        return (wrong.Length == 0 ? HealthState.Ready : wrong.Min(w => w.State), [.. wrong.Select(w => w.Reason)]);
    }

    private static (HealthState, string)? Boards(HealthSigns signs)
    {
        var missing = signs.NotReady.Count;
        if (missing == 0)
            return null;
        if (!signs.WasReady || missing == signs.Sectors)
            return (HealthState.Starting, $"{signs.Sectors - missing} of {signs.Sectors} boards have answered; incidents are taken in and wait for theirs.");
        var named = string.Join(", ", signs.NotReady.Take(NamedSectors)) + (missing > NamedSectors ? " and others" : "");
        return (HealthState.Degraded, $"{missing} of {signs.Sectors} boards do not answer or are being rebuilt ({named}): incidents there wait. If it lasts, look whether a silo is down or overloaded.");
    }

    private static (HealthState, string)? Journal(JournalSigns journal) => journal switch
    {
        _ when journal.OldestWait >= Stuck && !(journal.SinceAnswer < Stuck)
            => (HealthState.ReadOnly, $"The journal has answered nothing for {Seconds(journal.OldestWait)} s and {journal.Waiting} appends wait: nothing new is acknowledged. Look at the disk or the storage account."),
        { Failures: >= FailuresThatCount, SinceFailure: { } since } when since <= Lately
            => (HealthState.ReadOnly, $"The last {journal.Failures} appends to the journal failed, the latest {Seconds(since)} s ago: nothing new is acknowledged. Look at the disk or the storage account."),
        { SinceFailure: { } since } when since <= Lately
            => (HealthState.Degraded, $"An append to the journal failed {Seconds(since)} s ago; whoever sent it was told to send it again."),
        _ when journal.OldestWait >= JournalCondition.Slow
            => (HealthState.Degraded, $"An append to the journal has waited for {Seconds(journal.OldestWait)} s."),
        { SinceSlow: { } since } when since <= Lately
            => (HealthState.Degraded, $"An append to the journal took longer than {Seconds(JournalCondition.Slow)} s, {Seconds(since)} s ago: the disk or the storage account is slow."),
        _ => null,
    };

    private static (HealthState, string)? Feed(TimeSpan age) => age < FeedOld
        ? null
        : (HealthState.Degraded, $"Viewers were last sent what changed {Seconds(age)} s ago: their picture is old.");

    private static (HealthState, string)? Clock(TimeSpan ahead) => ahead.Duration() <= SteadyClock.Set
        ? null
        : (HealthState.Degraded, ahead > TimeSpan.Zero
            ? $"The machine's clock was set ahead by {Seconds(ahead)} s; it is followed if it stays so."
            : $"The machine's clock was set back and is {Seconds(-ahead)} s behind the times that this node writes, which are too late by as much if the clock is right now. Start the node again to have it take the machine's time.");

    private static string Seconds(TimeSpan time) => Math.Floor(time.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}

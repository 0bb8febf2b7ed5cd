using System.Diagnostics;
using CityGuard.Cities.Roads;
using CityGuard.Cities.Roads.Conditions;
using CityGuard.Cities.Roads.Hierarchy;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Roads;
using CityGuard.Domain.Targets;
using CityGuard.Grains.Hosting;
using Microsoft.Extensions.Logging;

namespace CityGuard.Grains.Roads;

/// <summary>
/// Keeps this silo's travel times true: each second it looks which hours are now and what the journal says of the roads, and when that is
/// another picture it works the times out on a thread of its own. Reading the journal and not being told, it cannot miss anything; that
/// somebody has just said something only makes it look at once.
/// </summary>
internal sealed class RoadWatch(CityIndex index, IJournal journal, TimeProvider time, ILogger<RoadWatch> log) : ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _looking = new(1);
    private readonly RoadConditions _conditions = new(index.City);
    private TaskCompletionSource _nudged = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _rounds = Task.CompletedTask;
    private ContractionHierarchy? _usual;
    private RoadState _state = RoadState.Empty;
    private long _version;

    /// <summary>Boards must not speak before the times are those of now: the first look is part of starting.</summary>
    public void Participate(ISiloLifecycle lifecycle) => lifecycle.Subscribe(nameof(RoadWatch), ServiceLifecycleStage.ApplicationServices, Start, Stop);

    public void Dispose()
    {
        _stop.Dispose();
        _looking.Dispose();
    }

    /// <summary>What the roads' stream says, as last read.</summary>
    public RoadState State => _state;

    public RoadConditions Conditions => _conditions;

    /// <summary>Looks again at once.</summary>
    public void Nudge() => _nudged.TrySetResult();

    /// <summary>Looks now, and answers when the times are those of now.</summary>
    public async Task Look(CancellationToken cancel = default)
    {
        await _looking.WaitAsync(cancel);
        try
        {
            await Read(cancel);
            var now = time.GetUtcNow();
            var period = Period(now);
            var standing = _state.InForce(now).ToArray();
            var version = Version(period, standing.Select(s => s.Id));
            if (version == index.Travel.Now.Version)
                return;
            var took = Stopwatch.StartNew();
            index.Travel.Become(await Alone(() => Build(version, period, [.. standing.Select(s => new RoadRestriction(s.Place.Street, s.Place.Area, s.Factor))])));
            log.LogInformation("Travel times are now those of {Version}, worked out in {Seconds:F1} s", version.Length == 0 ? "usual roads" : version, took.Elapsed.TotalSeconds);
        }
        finally
        {
            _looking.Release();
        }
    }

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
        // At leisure, so that the first closure is as quick as any other.
        await Alone(Usual);
        while (!_stop.IsCancellationRequested)
        {
            using (var round = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token))
            {
                await Task.WhenAny(Task.Delay(Glance, time, round.Token), _nudged.Task);
                await round.CancelAsync();
            }

            _nudged = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            try
            {
                await Look(_stop.Token);
            }
#pragma warning disable CA1031 // a journal that fails for a moment must not end the watch: the next look tries again, and the old times stay known as what they are
            catch (Exception e) when (!_stop.IsCancellationRequested)
#pragma warning restore CA1031
            {
                log.LogWarning("The roads could not be looked at: {Reason}", e.Message);
            }
        }
    }

    private async Task Read(CancellationToken cancel)
    {
        var stream = RoadStream.Of(index.City.Areas[0].Id);
        if (await journal.ReadHead(stream, cancel) is not { } head || head.Version == _version)
            return;
        var state = _state;
        foreach (var stored in await journal.Read(stream, _version, cancel))
        {
            if (EventCodec.Roads.Decode(stored.Json) is { } happened)
                state = state.Evolve(happened);
            _version = stored.Version;
        }

        _state = state;
    }

    private ContractionHierarchy Usual() => _usual ??= ContractionHierarchy.Build(index.City.Roads);

    /// <summary>On a thread of its own, below normal priority: searches beyond the table must not wait for two seconds behind it.</summary>
    private static Task<T> Alone<T>(Func<T> compute) => Task.Factory.StartNew(
        () =>
        {
            Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
            return compute();
        },
        CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private TravelPeriod? Period(DateTimeOffset now)
    {
        var minute = WeekClock.MinuteOfWeek(now, index.Zone);
        return index.City.Rules.Periods.FirstOrDefault(p => p.IsNow(minute));
    }

    /// <summary>Names the conditions for the record: hours, and which restrictions.</summary>
    private static string Version(TravelPeriod? period, IEnumerable<string> restrictions)
        => string.Join('+', [.. period is null ? [] : new[] { period.Id }, .. restrictions.Order(StringComparer.Ordinal)]);

    private TravelTimes Build(string version, TravelPeriod? period, RoadRestriction[] restrictions)
    {
        var city = index.City;
        var roads = _conditions.Apply(period, restrictions);
        if (ReferenceEquals(roads, city.Roads))
            return new TravelTimes(version, city, city.Roads, city.Travel);
        var table = TravelTableBuilder.Build(
            roads, city.Cells, city.Rules.Standards.Max(s => s.OutermostSeconds), threads: 1, innerMetresPerSecond: city.OffRoadMetresPerSecond, hierarchy: Usual().Again(roads));
        return new TravelTimes(version, city, roads, table);
    }
}

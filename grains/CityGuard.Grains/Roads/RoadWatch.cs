using System.Diagnostics;
using CityGuard.Cities.Roads;
using CityGuard.Cities.Roads.Conditions;
using CityGuard.Cities.Roads.Hierarchy;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Roads;
using CityGuard.Domain.Roads.Events;
using CityGuard.Domain.Targets;
using CityGuard.Grains.Hosting;
using Microsoft.Extensions.Logging;

namespace CityGuard.Grains.Roads;

/// <summary>
/// Keeps this silo's travel times true: it looks which hours are now and what the journal says of the roads, and when that is another picture
/// it works the times out on a thread of its own.
/// </summary>
internal sealed class RoadWatch(CityIndex index, IJournal journal, TimeProvider time, ILogger<RoadWatch> log) : JournalWatch(time, log)
{
    private readonly TimeProvider _time = time;
    private readonly RoadConditions _conditions = new(index.City);
    private readonly StreamPicture<RoadState, RoadEvent> _roads = new(journal, RoadStream.Of(index.City.Areas[0].Id), EventCodec.Roads, RoadState.Empty, (state, happened) => state.Evolve(happened));
    private ContractionHierarchy? _usual;

    /// <summary>What the roads' stream says, as last read.</summary>
    public RoadState State => _roads.State;

    public RoadConditions Conditions => _conditions;

    protected override async Task Renew(CancellationToken cancel)
    {
        await _roads.Read(cancel);
        var now = _time.GetUtcNow();
        var period = Period(now);
        var standing = State.InForce(now).ToArray();
        var version = Version(period, standing.Select(s => s.Id));
        if (version == index.Travel.Now.Version)
            return;
        var took = Stopwatch.StartNew();
        index.Travel.Become(await Alone(() => Build(version, period, [.. standing.Select(s => new RoadRestriction(s.Place.Street, s.Place.Area, s.Factor))])));
        log.LogInformation("Travel times are now those of {Version}, worked out in {Seconds:F1} s", version.Length == 0 ? "usual roads" : version, took.Elapsed.TotalSeconds);
    }

    /// <summary>At leisure, so that the first closure is as quick as any other.</summary>
    protected override Task Prepare() => Alone(Usual);

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

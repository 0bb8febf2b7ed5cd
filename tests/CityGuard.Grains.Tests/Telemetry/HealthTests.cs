using CityGuard.Abstractions.Readiness;
using CityGuard.Grains.Tests.Cluster;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Telemetry;

/// <summary>One silo whose journal is held and fails: what is said to whoever asks how it stands.</summary>
public sealed class HealthTests : IAsyncLifetime
{
    private readonly Hurried _time = new();
    private readonly City _city;

    public HealthTests() => _city = new City(automatic: true, _time, silos: 1);

    public ValueTask InitializeAsync() => _city.InitializeAsync();

    public ValueTask DisposeAsync() => _city.DisposeAsync();

    [Fact]
    public async Task A_journal_that_hangs_makes_the_city_read_only_until_it_answers()
    {
        await Stands(HealthState.Ready);
        var known = await _city.Report(City.Theft("known"));
        await _city.UntilAssigned(known);

        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _city.Journal.Hold(release.Task);
        var waiting = _city.Report(City.Theft("waiting"));
        await Figures.Until(_city, "cityguard.journal.queue", value => value > 0);
        _time.Shift += TimeSpan.FromSeconds(6);
        var health = await Stands(HealthState.ReadOnly);
        health.Reasons.ShouldNotBeNull().ShouldContain(reason => reason.Contains("journal", StringComparison.Ordinal));
        (await _city.View(known)).Id.ShouldBe(known);

        release.SetResult();
        await waiting;
        await Figures.Until(_city, "cityguard.journal.queue", value => value == 0);
        await Stands(HealthState.Degraded);
        _time.Shift += TimeSpan.FromSeconds(31);
        await Stands(HealthState.Ready);
    }

    [Fact]
    public async Task An_append_that_failed_is_told_and_the_report_is_kept_all_the_same()
    {
        await Stands(HealthState.Ready);
        _city.Journal.FailNext("Opened", written: true);
        await _city.Report(City.Theft("twice"));
        (await Stands(HealthState.Degraded)).Reasons.ShouldNotBeNull().ShouldContain(reason => reason.Contains("failed", StringComparison.Ordinal));
    }

    private async Task<CityHealth> Stands(HealthState state)
    {
        CityHealth? health = null;
        await Eventually.Holds(
            async () => (health = await _city.Grains.GetGrain<IReadinessFront>(0).Health().WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken)).State == state,
            () => $"{health}: {string.Join(' ', health?.Reasons ?? [])}");
        return health!;
    }

    /// <summary>Durations are later too, unlike in <see cref="ShiftedTime"/>: the runtime under the city also measures by them, so no more than a wait is skipped.</summary>
    private sealed class Hurried : TimeProvider
    {
        private long _shift;

        public TimeSpan Shift
        {
            get => TimeSpan.FromTicks(Interlocked.Read(ref _shift));
            set => Interlocked.Exchange(ref _shift, value.Ticks);
        }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow().Add(Shift);

        public override long GetTimestamp() => base.GetTimestamp() + (long)(Shift.TotalSeconds * TimestampFrequency);
    }
}

using CityGuard.Domain.Areas.Events;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Plans;
using CityGuard.Grains.Areas;
using CityGuard.Grains.Tests.Cluster;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Journaling;

/// <summary>Another activation has written, and nobody tells this one: it finds out by itself before it answers.</summary>
public sealed class LookingGrainTests : IAsyncLifetime
{
    private readonly ShiftedTime _time = new();
    private readonly City _city;
    private volatile bool _isDeaf;

    public LookingGrainTests() => _city = new City(automatic: true, _time, journal: inner => new DeafJournal(inner, () => _isDeaf));

    private string Whole => _city.Model.Areas[0].Id.Value;

    private IAreaGrain Area => _city.Grains.GetGrain<IAreaGrain>(Whole);

    public ValueTask InitializeAsync() => _city.InitializeAsync();

    public ValueTask DisposeAsync() => _city.DisposeAsync();

    [Fact]
    public async Task What_was_written_elsewhere_is_told_after_half_a_minute()
    {
        await SetElsewhere();
        (await Area.Mode())!.Mode.ShouldBe(DispatchMode.Recommend);
        _time.Shift = TimeSpan.FromSeconds(31);
        (await Area.Mode())!.Mode.ShouldBe(DispatchMode.Manual);
    }

    [Fact]
    public async Task A_journal_that_does_not_answer_keeps_nobody_from_telling_what_he_knows()
    {
        await SetElsewhere();
        _isDeaf = true;
        _time.Shift = TimeSpan.FromSeconds(31);
        (await Area.Mode())!.Mode.ShouldBe(DispatchMode.Recommend);
        _isDeaf = false;
        _time.Shift = TimeSpan.FromSeconds(62);
        (await Area.Mode())!.Mode.ShouldBe(DispatchMode.Manual);
    }

    private async Task SetElsewhere()
    {
        (await Area.SetMode(DispatchMode.Recommend, "few people", "Li")).Refusal.ShouldBeNull();
        await _city.AppendBehindItsBack(_city.Model.Areas[0].Id, new ModeSet(DispatchMode.Manual, "storm", "Wang", _time.GetUtcNow()));
    }

    private sealed class DeafJournal(IJournal inner, Func<bool> isDeaf) : IJournal
    {
        public Task<AppendResult> Append(string stream, long expectedVersion, IReadOnlyList<JournalEntry> entries, StreamHead head, CancellationToken cancel = default)
            => inner.Append(stream, expectedVersion, entries, head, cancel);

        public Task<HeadRecord?> ReadHead(string stream, CancellationToken cancel = default) => isDeaf() ? throw new TimeoutException("no answer") : inner.ReadHead(stream, cancel);

        public Task<IReadOnlyList<StoredEntry>> Read(string stream, long afterVersion, CancellationToken cancel = default) => inner.Read(stream, afterVersion, cancel);

        public Task<IReadOnlyList<string>> Open(string sector, CancellationToken cancel = default) => inner.Open(sector, cancel);

        public Task<bool> IsEmpty(CancellationToken cancel = default) => inner.IsEmpty(cancel);
    }
}

using CityGuard.Domain.Areas.Counters;
using CityGuard.Domain.Areas.Counters.Events;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Journal;
using CityGuard.Grains.Journaling;
using Orleans.Placement;

namespace CityGuard.Grains.Areas.Counters;

/// <summary>The book of one sector and day. Its stream ends with what can still be said of the day's calls, so nothing grows for ever.</summary>
[GrainType("day-book"), PreferLocalPlacement]
internal sealed class DayBookGrain(IJournal journal, TimeProvider time) : LookingGrain<DayBook, DayEvent>(journal, EventCodec.Days, DayBook.Empty), IDayBookGrain
{
    // A call has three facts at most, and one append takes 90 entries.
    private const int CallsInOneAppend = 30;

    protected override string Stream => this.GetPrimaryKeyString();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
        => DayBookId.TryParse(Stream, out _) ? base.OnActivateAsync(cancellationToken) : throw new ArgumentException($"{Stream} is no book of a day.");

    public async Task<bool> Enter(CallStanding[] told)
    {
        foreach (var some in told.Chunk(CallsInOneAppend))
            if (await Execute(book => book.Enter(some, time.GetUtcNow())) is not null)
                return false;
        return true;
    }

    public Task<DayCount> Count(DateTimeOffset until) => Task.FromResult(State.Count(until));

    public Task<IncidentId[]> Unclosed() => Task.FromResult(State.Unclosed.ToArray());

    protected override DayBook Evolve(DayBook state, DayEvent happened) => state.Evolve(happened);

    protected override StreamHead Head(DayBook state, long version) => new(null);
}

using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Counters;
using CityGuard.Domain.Incidents;
using CityGuard.Grains.Areas.Counters;
using Microsoft.Extensions.Logging;

namespace CityGuard.Grains.Sectors;

/// <summary>
/// How a sector counts its calls: what incidents tell of themselves is entered in the book of the day on which they were received. A line that is
/// lost is told again at the sweep's asking; the end of a call that nobody told is read from the journal after a start.
/// </summary>
internal sealed partial class SectorGrain
{
    private static readonly TimeSpan EnterEvery = TimeSpan.FromSeconds(1);

    // Calls that hang longer than this keep their place in their book without an end; the open list still shows them.
    private const int DaysLookedBack = 8;

    private readonly HashSet<IncidentId> _openInJournal = [];
    private CallTally? _tally;
    private bool _swept, _ended, _entering;

    private CallTally Tally => _tally ??= new CallTally(AreaId.Parse(Id), services.Index.Zone);

    public Task<SectorCalls> Calls()
    {
        var lines = _incidents.Lines;
        var heard = lines.Select(line => line.Id).ToHashSet();
        return Task.FromResult(new SectorCalls(
            _swept && _ended && Tally.IsWritten && heard.IsSupersetOf(_openInJournal), lines.Count, lines.Count(line => line.Late)));
    }

    private void Count(IncidentLine line, DateTimeOffset? closedAt) => Tally.Hear(new CallStanding(line.Id, line.Type, line.ReceivedAt, line.Late, closedAt));

    /// <summary>Writes what waits. A book that does not answer is written at the next round.</summary>
    private async Task EnterCalls()
    {
        if (_entering || Tally.IsWritten)
            return;
        _entering = true;
        try
        {
            foreach (var (book, calls) in Tally.Waiting())
                if (await Book(book).Enter(calls))
                    Tally.Entered(calls);
        }
#pragma warning disable CA1031 // whatever keeps a book from answering must not keep the board from its work
        catch (Exception e)
#pragma warning restore CA1031
        {
            services.Log.LogWarning("{Sector} could not enter its calls: {Reason}", Id, e.Message);
        }
        finally
        {
            _entering = false;
        }
    }

    /// <summary>After a sweep: what the journal lists as open is what must have spoken; and once, the ends that nobody told.</summary>
    private async Task CountOpen(IEnumerable<string> open)
    {
        _openInJournal.Clear();
        foreach (var stream in open)
            if (IncidentId.TryParse(stream, out var incident))
                _openInJournal.Add(incident);
        _swept = true;
        if (_ended)
            return;
        var today = CityDay.Of(Now, services.Index.Zone);
        for (var back = 0; back < DaysLookedBack; back++)
            foreach (var incident in await Book(new DayBookId(today.AddDays(-back), AreaId.Parse(Id))).Unclosed())
                if (!_openInJournal.Contains(incident) && await ClosedCalls.Read(services.Journal, incident) is { } closed)
                    Tally.Hear(closed);
        _ended = true;
    }

    private IDayBookGrain Book(DayBookId id) => GrainFactory.GetGrain<IDayBookGrain>(id.Stream);
}

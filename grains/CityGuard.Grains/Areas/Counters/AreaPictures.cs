using CityGuard.Abstractions.Areas;
using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Counters;
using CityGuard.Domain.Areas.HandOver;
using CityGuard.Domain.Journal;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Readiness;
using CityGuard.Grains.Sectors;

namespace CityGuard.Grains.Areas.Counters;

/// <summary>Puts together what sectors and their books say of an area. Whoever is silent is named, never counted as nothing.</summary>
internal sealed class AreaPictures(CityIndex index, SectorRound round, IGrainFactory grains, CityFounding founding)
{
    private const int MostHanging = 200;

    public async Task<AreaBoard> Board(int area, DateTimeOffset now)
    {
        int[] sectors = [.. index.Areas.Sectors(area)];
        var calls = await round.Ask(sectors, sector => sector.Calls());
        var strength = SummarySums.Of(index, area, await round.Counts(sectors, CountedParts.None), now, []);
        int[] known = [.. sectors.Where(s => calls.TryGetValue(s, out var said) && said.CaughtUp)];
        var (today, clock) = (CityDay.Of(now, index.Zone), CityDay.Clock(now, index.Zone));
        return new AreaBoard(
            index.City.Areas[area].Id, now,
            await Day(sectors, known, today, now),
            await Day(sectors, sectors, today.AddDays(-1), CityDay.At(today.AddDays(-1), clock, index.Zone)),
            await Day(sectors, sectors, today.AddDays(-7), CityDay.At(today.AddDays(-7), clock, index.Zone)),
            known.Length == 0 ? null : known.Sum(s => calls[s].Open), known.Length == 0 ? null : known.Sum(s => calls[s].Late), strength.Strength,
            [.. Silent(sectors, known).Union(strength.SilentSectors)]);
    }

    /// <summary>How an area stands, for those who take it over.</summary>
    public async Task<ShiftPicture> Shift(int area, DateTimeOffset now)
    {
        int[] sectors = [.. index.Areas.Sectors(area)];
        var calls = await round.Ask(sectors, sector => sector.Calls());
        var lines = await round.Ask(sectors, sector => sector.OpenIncidents());
        var strength = SummarySums.Of(index, area, await round.Counts(sectors, CountedParts.None), now, []);
        int[] known = [.. sectors.Where(s => calls.TryGetValue(s, out var said) && said.CaughtUp)];
        return new ShiftPicture(
            [.. lines.Values.SelectMany(line => line).OrderBy(line => line.ReceivedAt).ThenBy(line => line.Id.Value, StringComparer.Ordinal).Take(MostHanging).Select(Hanging)],
            known.Length == 0 ? null : known.Sum(s => calls[s].Open), known.Length == 0 ? null : known.Sum(s => calls[s].Late),
            [.. strength.Strength.Select(kind => new ShiftStrength(kind.Kind, kind.Planned, kind.Actual, kind.Unknown))],
            [.. Silent(sectors, known).Union(strength.SilentSectors)]);
    }

    /// <summary>What the books of a day say; those of sectors that are not <paramref name="sure"/> may lack calls.</summary>
    private async Task<BoardDay> Day(int[] sectors, int[] sure, DateOnly day, DateTimeOffset until)
    {
        if (founding.At >= CityDay.Start(day.AddDays(1), index.Zone))
            return new BoardDay(day, DayKnowledge.Unknown, null, null, null, null, null, []);
        var counts = new DayCount?[sectors.Length];
        await Bounded.ForEach(Enumerable.Range(0, sectors.Length), async i => counts[i] = await round.OrSilent(
            () => grains.GetGrain<IDayBookGrain>(new DayBookId(day, SectorId(sectors[i])).Stream).Count(until)));
        DayCount[] said = [.. counts.OfType<DayCount>()];
        if (said.Length == 0)
            return new BoardDay(day, DayKnowledge.Unknown, null, null, null, null, null, []);
        var sum = said.Aggregate(DayCount.Nothing, DayCount.Add);
        var since = founding.At > CityDay.Start(day, index.Zone) ? founding.At : default(DateTimeOffset?);
        var whole = since is null && said.Length == sectors.Length && sure.Length == sectors.Length;
        return new BoardDay(
            day, whole ? DayKnowledge.Whole : DayKnowledge.Partial, since, sum.Types.Sum(t => t.SoFar), sum.Types.Sum(t => t.Whole), sum.Closed, sum.Late, sum.Types);
    }

    private IEnumerable<AreaId> Silent(int[] sectors, int[] known) => sectors.Except(known).Select(SectorId);

    private AreaId SectorId(int sector) => index.City.Areas[index.City.Cells.Sectors[sector].Area].Id;

    private static HangingIncident Hanging(IncidentLine line) => new(line.Id, line.Type, line.ReceivedAt, line.Late);
}

using System.Collections.Concurrent;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Duty;
using CityGuard.Domain.Journal;
using CityGuard.Grains.Areas;
using CityGuard.Grains.Hosting;

namespace CityGuard.Grains.Duty;

/// <summary>
/// What a silo knows of the duty of each sector, for actors that start: a sector and its thousands at home share a silo, and the first of
/// them reads the journal for all. Whoever is awake is told by his sector.
/// </summary>
internal sealed class DutyShelf(CityIndex index, IJournal journal, TimeProvider time)
{
    private readonly ConcurrentDictionary<int, Task<DutyPicture>> _pictures = new();

    public IReadOnlyList<DutyMeasures> Table { get; } = index.City.Rules.Duty;

    /// <summary>What is known of a sector; read from the journal when nothing is.</summary>
    public async Task<DutyPicture> Of(int sector, CancellationToken cancel)
    {
        var reading = _pictures.GetOrAdd(sector, s => Read(s, CancellationToken.None));
        try
        {
            return await reading.WaitAsync(cancel);
        }
        catch when (reading.IsFaulted)
        {
            _pictures.TryRemove(KeyValuePair.Create(sector, reading)); // the next one reads again
            throw;
        }
    }

    /// <summary>A sector that starts reads the journal itself: what this silo knows may be from before it left.</summary>
    public async Task<DutyPicture> Reread(int sector, CancellationToken cancel)
    {
        var picture = await Read(sector, cancel);
        Keep(sector, picture);
        return picture;
    }

    /// <summary>What a sector has acknowledged, read from the journal.</summary>
    public Task<DutyReceipts> Receipts(AreaId sector, CancellationToken cancel) => AreaJournal.ReadReceipts(journal, sector, cancel);

    public void Keep(int sector, DutyPicture picture) => _pictures[sector] = Task.FromResult(picture);

    public DutyInForce At(DutyPicture picture) => picture.At(time.GetUtcNow(), Table);

    private async Task<DutyPicture> Read(int sector, CancellationToken cancel)
    {
        var picture = DutyPicture.Empty;
        foreach (var area in index.Areas.SelfAndAncestors(index.City.Cells.Sectors[sector].Area))
            if (await AreaJournal.ReadDuty(journal, index.City.Areas[area].Id, time.GetUtcNow(), cancel) is { } duty)
                picture = picture.With(duty);
        return picture;
    }
}

/// <summary>The duty of an area's stream, as it is told.</summary>
internal static class AreaDutyTold
{
    public static AreaDuty Told(this AreaDuties duties, AreaId area, DateTimeOffset now) => new(
        area, duties.Version, [.. duties.Standing(now).Select(o => new DutyOrder(area, o.Version, o.Level, o.Scenario, o.From, o.Until, o.By, o.Why))]);
}

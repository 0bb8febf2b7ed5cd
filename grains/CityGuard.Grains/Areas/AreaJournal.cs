using CityGuard.Domain.Areas;
using CityGuard.Domain.Duty;
using CityGuard.Domain.Journal;
using CityGuard.Grains.Duty;

namespace CityGuard.Grains.Areas;

/// <summary>Reads what an area's stream says, for actors that may not await the area itself.</summary>
internal static class AreaJournal
{
    /// <summary>What an area has ordered; null when its duty never changed.</summary>
    public static async Task<AreaDuty?> ReadDuty(IJournal journal, AreaId area, DateTimeOffset now, CancellationToken cancel)
        => await Read(journal, area, cancel) is { Duty.Version: > 0 } state ? state.Duty.Told(area, now) : null;

    /// <summary>What a station has acknowledged of the orders that it is under.</summary>
    public static async Task<DutyReceipts> ReadReceipts(IJournal journal, AreaId sector, CancellationToken cancel)
        => (await Read(journal, sector, cancel))?.Duty.Receipts ?? DutyReceipts.None;

    /// <summary>What an area last said of how much goes by itself; null when it said nothing.</summary>
    public static async Task<ModeWord?> ReadMode(IJournal journal, AreaId area, CancellationToken cancel)
        => (await Read(journal, area, cancel))?.Word(area);

    private static async Task<AreaState?> Read(IJournal journal, AreaId area, CancellationToken cancel)
    {
        if (await journal.ReadHead(area.Value, cancel) is null)
            return null;
        var state = AreaState.Initial;
        foreach (var stored in await journal.Read(area.Value, 0, cancel))
            if (EventCodec.Areas.Decode(stored.Json) is { } happened)
                state = state.Evolve(happened);
        return state;
    }
}

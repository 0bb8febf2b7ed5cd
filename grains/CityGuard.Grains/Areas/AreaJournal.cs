using CityGuard.Domain.Areas;
using CityGuard.Domain.Journal;

namespace CityGuard.Grains.Areas;

/// <summary>Reads what an area's stream says, for actors that may not await the area itself.</summary>
internal static class AreaJournal
{
    /// <summary>The last switch of automatic dispatch of an area; null when there is none.</summary>
    public static async Task<AutomaticSwitch?> ReadAutomatic(IJournal journal, AreaId area, CancellationToken cancel)
    {
        if (await journal.ReadHead(area.Value, cancel) is null)
            return null;
        var state = AreaState.Initial;
        foreach (var stored in await journal.Read(area.Value, 0, cancel))
            if (EventCodec.Areas.Decode(stored.Json) is { } happened)
                state = state.Evolve(happened);
        return state.Automatic is { } set ? new AutomaticSwitch(set.On, set.At) : null;
    }
}

using CityGuard.Abstractions.Areas;
using CityGuard.Domain.Areas.Aid;
using CityGuard.Domain.Journal;
using CityGuard.Grains.Hosting;

namespace CityGuard.Grains.Areas.Aid;

/// <summary>The requests for aid in which something is still to be done, as the journal lists them.</summary>
internal sealed class OpenAids(IJournal journal, IGrainFactory grains)
{
    /// <summary>Where the journal lists them; they belong to two areas, so to no sector.</summary>
    public const string Index = "aid";

    public async Task<IReadOnlyList<AidView>> Views()
    {
        var views = new List<AidView>();
        await Bounded.ForEach(await Ids(), async id =>
        {
            if ((await grains.GetGrain<IMutualAidGrain>(id.Value).View()).Value is { } view)
                lock (views)
                    views.Add(view);
        });
        return [.. views.OrderByDescending(view => view.AskedAt).ThenBy(view => view.Id.Value, StringComparer.Ordinal)];
    }

    public async Task<bool> Wake()
    {
        await Bounded.ForEach(await Ids(), id => grains.GetGrain<IMutualAidGrain>(id.Value).Ensure());
        return true;
    }

    private async Task<IReadOnlyList<AidId>> Ids()
    {
        var ids = new List<AidId>();
        foreach (var stream in await journal.Open(Index))
            if (AidId.TryParse(stream, out var id))
                ids.Add(id);
        return ids;
    }
}

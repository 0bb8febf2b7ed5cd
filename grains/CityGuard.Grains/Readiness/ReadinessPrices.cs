using CityGuard.Domain.Areas;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Responders;
using CityGuard.Grains.Sectors;

namespace CityGuard.Grains.Readiness;

/// <summary>Works out what losing some responders costs: asks every board that one of them reaches from where it stands.</summary>
internal sealed class ReadinessPrices(CityIndex index, SectorRound round, IGrainFactory grains, TimeProvider time)
{
    /// <summary>At most so many are asked for at once.</summary>
    public const int Most = 20;

    private const int MostPlaces = 50;
    private static readonly ReadinessLevel[] Levels = [ReadinessLevel.Thin, ReadinessLevel.Incomplete, ReadinessLevel.Late, ReadinessLevel.Dark];

    /// <summary>The price of losing responders that the city has.</summary>
    public async Task<ReadinessPrice> Of(IReadOnlyList<ResponderId> responders)
    {
        var (leaving, asked, silent) = (new List<int>(), new SortedSet<int>(), new SortedSet<int>());
        foreach (var id in responders)
            if (index.City.TryResponder(id.Value, out var responder))
                leaving.Add(responder);
        var views = await Task.WhenAll(responders.Select(id => round.OrSilent(() => grains.Responder(id).View())));
        for (var i = 0; i < leaving.Count; i++)
        {
            var home = index.HomeSector(leaving[i]);
            asked.Add(home);
            if (views[i] is null)
                silent.Add(home); // nobody says where it stands, so nobody can say what it holds there
            else if (!index.Responders.PremisesOnly[leaving[i]] && index.City.TryCell(views[i]!.Cell.Value, out var cell))
                foreach (var sector in index.City.Travel.Sectors(cell))
                    asked.Add(sector);
        }

        int[] indexes = [.. leaving];
        var answers = await round.Ask(asked, async sector => (await sector.Price(indexes))!);
        silent.UnionWith(asked.Where(sector => !answers.ContainsKey(sector)));
        TurnedIndex[] turned = [.. answers.Values.SelectMany(places => places)];
        return new ReadinessPrice(
            [.. responders], [.. Levels.Select(level => Loss(level, turned))],
            [.. turned.OrderByDescending(t => t.Target).ThenByDescending(t => t.To).ThenBy(t => t.From).ThenBy(t => t.Index).Take(MostPlaces).Select(Named)],
            [.. silent.Select(sector => AreaId.Parse(index.SectorIds[sector]))], time.GetUtcNow());
    }

    private LevelLoss Loss(ReadinessLevel level, TurnedIndex[] turned)
    {
        var (cells, people, targets) = (0, 0.0, 0);
        foreach (var place in turned)
            if (place.To == level && place.Target)
                targets++;
            else if (place.To == level)
                (cells, people) = (cells + 1, people + index.City.Cells.Residents[place.Index]);
        return new LevelLoss(level, cells, people, targets);
    }

    private TurnedPlace Named(TurnedIndex place)
        => new(place.Target ? index.City.Targets[place.Index].Id.Value : index.City.Cells.Id(place.Index).Value, place.From, place.To);
}

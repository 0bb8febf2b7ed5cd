using CityGuard.Abstractions.Responders;
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
        var reaches = await Reaches(responders);
        var (asked, leaving) = (Asked(reaches), Indexes(reaches));
        var answers = await round.Ask(asked, async sector => (await sector.Price(leaving))!);
        return Price(responders, reaches, [.. answers.Values.SelectMany(places => places)], answers.ContainsKey);
    }

    /// <summary>The price of losing each of them alone, in their order. Each board is asked once about all.</summary>
    public async Task<IReadOnlyList<ReadinessPrice>> Each(IReadOnlyList<ResponderId> responders)
    {
        var reaches = await Reaches(responders);
        var (asked, leaving) = (Asked(reaches), Indexes(reaches));
        var answers = await round.Ask(asked, async sector => (await sector.PriceEach(leaving))!);
        return [.. responders.Select((who, i) => Price([who], [reaches[i]], [.. answers.Values.SelectMany(each => each[i])], answers.ContainsKey))];
    }

    /// <summary>Which boards each of them reaches from where it stands.</summary>
    private async Task<Reach[]> Reaches(IReadOnlyList<ResponderId> responders)
    {
        var views = await Task.WhenAll(responders.Select(id => round.OrSilent(() => grains.Responder(id).View())));
        return [.. responders.Select((id, i) => Of(id, views[i]))];

        Reach Of(ResponderId id, ResponderView? view)
        {
            index.City.TryResponder(id.Value, out var responder);
            var home = index.HomeSector(responder);
            // Where nobody says where it stands, nobody can say what it holds there.
            return view is not null && !index.Responders.PremisesOnly[responder] && index.City.TryCell(view.Cell.Value, out var cell)
                ? new Reach(responder, home, [home, .. index.Travel.Now.Table.Sectors(cell)], IsKnown: true)
                : new Reach(responder, home, [home], IsKnown: view is not null);
        }
    }

    private ReadinessPrice Price(IReadOnlyList<ResponderId> responders, Reach[] reaches, TurnedIndex[] turned, Func<int, bool> answered)
    {
        var silent = new SortedSet<int>(Asked(reaches).Where(sector => !answered(sector)));
        silent.UnionWith(reaches.Where(reach => !reach.IsKnown).Select(reach => reach.Home));
        return new ReadinessPrice(
            [.. responders], [.. Levels.Select(level => Loss(level, turned))],
            [.. turned.OrderByDescending(t => t.Target).ThenByDescending(t => t.To).ThenBy(t => t.From).ThenBy(t => t.Index).Take(MostPlaces).Select(Named)],
            [.. silent.Select(sector => AreaId.Parse(index.SectorIds[sector]))], time.GetUtcNow());
    }

    private static SortedSet<int> Asked(Reach[] reaches) => [.. reaches.SelectMany(reach => reach.Sectors)];

    private static int[] Indexes(Reach[] reaches) => [.. reaches.Select(reach => reach.Responder)];

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

    /// <summary>Who, where it belongs, and the boards that it counts on.</summary>
    private sealed record Reach(int Responder, int Home, int[] Sectors, bool IsKnown);
}

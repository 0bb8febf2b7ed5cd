using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Domain.Plans;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Sectors;

namespace CityGuard.Grains.Incidents;

/// <summary>Whom the boards know for a role, as far away as it is looked for, and the neighbour cities that are asked at last.</summary>
internal sealed partial class IncidentGrain
{
    /// <summary>The choice over all boards that are asked; null: the sector's own did not answer. Not complete: another did not.</summary>
    private async Task<(Selection? Selection, bool IsComplete)> Consider(SelectionQuery query, Reach reach)
    {
        if (await Answer(() => Sector.Select(query), "the board") is not { } own || !services.Index.TrySector(State.Sector.Value, out var sector))
            return (null, false);
        var asked = Beyond(sector, reach);
        if (asked.Count == 0)
            return (own, true);
        var offers = new List<SectorOffer>(asked.Count);
        await Bounded.ForEach(asked, async other =>
        {
            if (await Answer(() => GrainFactory.GetGrain<ISectorGrain>(services.Index.SectorIds[other]).Offer(query, sector), "another board") is { } offer)
                offers.Add(offer);
        });
        return (WideSelection.Of(query, own, offers), offers.Count == asked.Count);
    }

    /// <summary>The sectors that are asked beside the incident's own.</summary>
    private SortedSet<int> Beyond(int sector, Reach reach)
    {
        if (reach == Reach.Ring)
            return [];
        var asked = new SortedSet<int>(services.Index.Neighbours(sector).ToArray());
        var (areas, area) = (services.Index.Areas, services.Index.City.Cells.Sectors[sector].Area);
        if (reach >= Reach.District && areas.DistrictOf(area) is >= 0 and var district)
            asked.UnionWith(areas.Sectors(district).ToArray());
        if (reach >= Reach.City)
            asked.UnionWith(Enumerable.Range(0, services.Index.SectorCount));
        asked.Remove(sector);
        return asked;
    }

    /// <summary>Whose forces neighbour cities could send, with the way from where they come in.</summary>
    private async Task<IReadOnlyList<PartnerOffer>> Partners(PlanRole role, Reach reach, int cell)
    {
        if (reach != Reach.Partner)
            return [];
        var fit = PartnerRules.Fit(services.Index.City.Rules.Partners, role).ToArray();
        var gates = fit.Select(pair => services.Index.City.TryCell(pair.City.Gate.Value, out var gate) ? gate : -1).ToArray();
        var ways = await services.Far.Whole(cell);
        return [.. fit.Select((pair, i) => new PartnerOffer(pair.City, pair.Force, gates[i] >= 0 && ways[gates[i]] is not Travel.Beyond and var way ? pair.Force.GateSeconds + (way / 10) : null))];
    }

    public Task<Answer<IncidentView>> AnswerPartner(int number, PartnerAnswerCommand command, string by) => Command(
        new CaseCommand.AnswerFor(number, command.Count, command.ArrivesAt, by, command.Why), command.Command, command.IfVersion,
        course => number >= 1 && number <= course.Partners.Count ? course.Partners[number - 1].Asked.Role : null,
        course => PartnerRules.Answer(course, number, command.Count, command.ArrivesAt, by, command.Why, Now, command.Command));

    private async Task<bool> ServeReach()
    {
        await Execute(course => Reaching.Serve(course, PlanOf(course), Now).ToArray());
        return true;
    }
}

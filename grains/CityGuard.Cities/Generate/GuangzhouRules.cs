using CityGuard.Cities.Generate.Facts;
using CityGuard.Cities.Generate.Places;
using CityGuard.Cities.Rules;
using CityGuard.Domain.Plans;

namespace CityGuard.Cities.Generate;

/// <summary>The default rules, with the plans for key targets widened to all trades of this city, and its neighbour cities. What those would send is made up.</summary>
internal static class GuangzhouRules
{
    private static readonly PartnerForce[] _forces =
    [
        new("specialPolice", 20, 1_200, ["armed", "riotControl"]), new("patrolGroup", 10, 900), new("stationForce", 6, 900),
    ];

    public static CityRules Write(IEnumerable<Place> places, CityFacts facts, CellTable cells)
    {
        var rules = DefaultRules.Read();
        var trades = places.Select(p => p.Profile.Trade).Distinct().Order(StringComparer.Ordinal).ToArray();
        return rules with
        {
            Plans = [.. rules.Plans.Select(p => p.Trades.Count == 0 ? p : p with { Trades = [.. p.Trades.Union(trades)] })],
            Partners = [.. facts.Partners.Select(p => new PartnerCity(p.Id, p.Name, cells.Ids[Enumerable.Range(0, cells.Count).MinBy(cell => cells.Centres[cell].MetresTo(p.Gate))], _forces))],
        };
    }
}

using CityGuard.Cities.Generate.Places;
using CityGuard.Cities.Rules;

namespace CityGuard.Cities.Generate;

/// <summary>The default rules, with the plans for key targets widened to all trades of this city.</summary>
internal static class GuangzhouRules
{
    public static CityRules Write(IEnumerable<Place> places)
    {
        var rules = DefaultRules.Read();
        var trades = places.Select(p => p.Profile.Trade).Distinct().Order(StringComparer.Ordinal).ToArray();
        return rules with
        {
            Plans = [.. rules.Plans.Select(p => p.Trades.Count == 0 ? p : p with { Trades = [.. p.Trades.Union(trades)] })],
        };
    }
}

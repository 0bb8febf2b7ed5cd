using CityGuard.Cities;
using CityGuard.Domain;
using CityGuard.Domain.Geography;

namespace CityGuard.Simulation.Scenarios;

/// <summary>The layers of the layered rule in the city's terms.</summary>
public static class PolicyLayers
{
    private const int OnTheSpotSeconds = 60, AroundSeconds = 300;

    /// <summary>Those of the policy; where it names none, the 1-3-5 rings from the spot outwards: the lightest kind within a minute, then lighter kinds before heavier ones within five.</summary>
    public static IReadOnlyList<(ulong Kinds, ushort Within)> Of(ScenarioPolicy policy, CityRules rules)
    {
        string[] kinds = [.. rules.Kinds.Select(k => k.Id)];
        string[] order = [.. rules.Course.LeadOrder.Where(kinds.Contains)];
        var layers = policy.Layers.Count > 0
            ? policy.Layers
            : [.. order.Select((kind, i) => new PolicyLayer([kind], i == 0 && order.Length > 1 ? OnTheSpotSeconds : AroundSeconds))];
        return [.. layers.Select(layer => (KeyMask.Of(kinds, layer.Kinds), Travel.FromSeconds(layer.WithinSeconds)))];
    }
}

using CityGuard.Cities;
using CityGuard.Cities.Roads.Conditions;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Readiness;

namespace CityGuard.Simulation.Scenarios;

/// <summary>A scenario whose edits have been applied and checked: the forces, rules, roads and calls that are played.</summary>
internal sealed class Deployment
{
    public required SimulationCity City { get; init; }

    public required Scenario Scenario { get; init; }

    /// <summary>Everybody, in the order of the city and then of the edits that added them; those taken away are gone.</summary>
    public required IReadOnlyList<Posting> Postings { get; init; }

    public required IReadOnlyList<ResponseStandard> Standards { get; init; }

    public required IReadOnlyList<ResponsePlan> Plans { get; init; }

    /// <summary>Rank of the duty level by cell.</summary>
    public required byte[] Duty { get; init; }

    public required IReadOnlyList<RoadRestriction> Roads { get; init; }

    /// <summary>Calls before edits, all types together.</summary>
    public required DemandModel Demand { get; init; }

    /// <summary>Types that come elsewhere and at other hours than the rest.</summary>
    public required IReadOnlyList<ShapedCalls> Shapes { get; init; }
}

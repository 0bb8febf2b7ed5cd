using System.Collections.Immutable;
using CityGuard.Domain.Incidents.Supplies;

namespace CityGuard.Domain.Incidents;

public sealed partial record IncidentCourse
{
    /// <summary>What its plans wanted from the stocks, in order.</summary>
    public ImmutableList<SupplyWant> Supplies { get; init; } = [];
}

using CityGuard.Abstractions.Readiness;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Targets;

namespace CityGuard.Client;

public sealed partial class CityGuardClient
{
    /// <summary>The circle of a cell: who would come, when, of what kind, and what is missing. Scope read.</summary>
    public Task<CircleView> GetCellReadinessAsync(CellId cell, CancellationToken cancellationToken = default)
        => _transport.Cell(Given(cell), cancellationToken);

    /// <summary>The circle of a key target. Scope read.</summary>
    public Task<CircleView> GetTargetReadinessAsync(TargetId target, CancellationToken cancellationToken = default)
        => _transport.Target(Given(target), cancellationToken);

    /// <summary>The readiness of an area and of the areas one level down. Scope read.</summary>
    public Task<ReadinessSummary> GetReadinessAsync(AreaId area, CancellationToken cancellationToken = default)
        => _transport.Readiness(Given(area), cancellationToken);

    /// <summary>Key targets about to break, gravest first: thin on one responder, or short of a party. Scope read.</summary>
    /// <param name="most">1 to 200.</param>
    public Task<IReadOnlyList<FragileTarget>> GetFragileTargetsAsync(AreaId area, int most = 50, CancellationToken cancellationToken = default)
        => _transport.Fragile(Given(area), most, cancellationToken);

    /// <summary>Whether every board has answered. Needs no key, and is asked once: no answer is an answer too.</summary>
    public Task<CityHealth> GetHealthAsync(CancellationToken cancellationToken = default)
        => _transport.Health(cancellationToken);
}

using CityGuard.Domain.Duty;
using CityGuard.Domain.Readiness;

namespace CityGuard.Grains.Sectors;

/// <summary>What a board tells a cell or target of itself; the board is the truth, the actor its projection.</summary>
/// <param name="At">When the board said so: an older one is ignored.</param>
/// <param name="Level">Readiness.</param>
/// <param name="Since">Since when, as the board knows.</param>
/// <param name="Sole">Responder (city index) that alone holds it, -1.</param>
/// <param name="MissingKinds">Mask of parties missing.</param>
/// <param name="PatrolledAt">When a patrol was last there; null: not since the board started. Cells only.</param>
/// <param name="OpenIncidents">Open incidents there. Cells only.</param>
/// <param name="Duty">What the areas above have ordered.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.Grains.PlaceReading")]
internal sealed record PlaceReading(
    [property: Id(0)] DateTimeOffset At,
    [property: Id(1)] ReadinessLevel Level,
    [property: Id(2)] DateTimeOffset Since,
    [property: Id(3)] int Sole,
    [property: Id(4)] ulong MissingKinds,
    [property: Id(5)] DateTimeOffset? PatrolledAt,
    [property: Id(6)] int OpenIncidents,
    [property: Id(50)] DutyPicture? Duty = null);

using CityGuard.Domain.Areas;

namespace CityGuard.Domain.Plans;

/// <summary>A neighbour city that may be asked for forces (跨市增援). It decides itself: people ask and answer, and the answer is recorded.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Gate">Cell in which its forces come into the city.</param>
/// <param name="Forces">What may be asked for.</param>
public sealed record PartnerCity(string Id, BilingualName Name, CellId Gate, IReadOnlyList<PartnerForce> Forces);

/// <summary>Forces of one kind that a neighbour city may send.</summary>
/// <param name="Kind">Kind, as the city's own rules call it.</param>
/// <param name="Count">Most that may be asked for at once, 1 or more.</param>
/// <param name="GateSeconds">From being asked until they are at the gate, as agreed; seconds.</param>
/// <param name="Capabilities">Capabilities that they have; null: none.</param>
public sealed record PartnerForce(string Kind, int Count, int GateSeconds, IReadOnlyList<string>? Capabilities = null)
{
    /// <summary>Capabilities that they have.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = Capabilities ?? [];
}

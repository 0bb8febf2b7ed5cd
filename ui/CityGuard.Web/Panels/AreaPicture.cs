using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Readiness;

namespace CityGuard.Web.Panels;

/// <summary>What the panels show of one area, fetched once for all viewers.</summary>
/// <param name="Area">Area id.</param>
/// <param name="Summary">Null until the boards have answered once.</param>
/// <param name="Fragile">Targets about to break.</param>
/// <param name="Open">Open incidents, late ones first, then the gravest, then who waits longest.</param>
/// <param name="At">When this was fetched.</param>
/// <param name="Trouble">Why the last attempt failed; null when it did not.</param>
public sealed record AreaPicture(
    string Area,
    ReadinessSummary? Summary,
    IReadOnlyList<FragileTarget> Fragile,
    IReadOnlyList<IncidentLine> Open,
    DateTimeOffset At,
    string? Trouble)
{
    public static AreaPicture Empty(string area) => new(area, null, [], [], DateTimeOffset.MinValue, null);
}

using CityGuard.Domain.Incidents;

namespace CityGuard.Abstractions.Incidents;

/// <summary>An incident that is merged into this one.</summary>
/// <param name="Incident">Which.</param>
/// <param name="By">Who merged it.</param>
/// <param name="Why">Why.</param>
/// <param name="At">When.</param>
/// <param name="Reports">What it had been told: evidence of this one.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.MergedView")]
public sealed record MergedView(
    [property: Id(0)] IncidentId Incident, [property: Id(1)] string By, [property: Id(2)] string Why, [property: Id(3)] DateTimeOffset At, [property: Id(4)] IReadOnlyList<EvidenceView> Reports);

/// <summary>A report that came in under a merged incident, personal data apart: that stays with the merged one.</summary>
/// <param name="Source">Who sent it.</param>
/// <param name="SourceId">The sender's own id of it.</param>
/// <param name="Channel">By which channel; null: not said.</param>
/// <param name="Type">Incident type key.</param>
/// <param name="Severity">How grave it was said to be.</param>
/// <param name="ReceivedAt">When it came.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.EvidenceView")]
public sealed record EvidenceView(
    [property: Id(0)] string Source, [property: Id(1)] string SourceId, [property: Id(2)] string? Channel, [property: Id(3)] string Type, [property: Id(4)] IncidentSeverity Severity,
    [property: Id(5)] DateTimeOffset ReceivedAt);

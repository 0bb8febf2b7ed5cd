using CityGuard.Domain.Responders;

namespace CityGuard.Domain.Incidents.Handling;

/// <summary>One interval against its standard.</summary>
/// <param name="Interval">Key of the interval.</param>
/// <param name="Role">The role whose clock it is; null: of the whole incident.</param>
/// <param name="Seconds">How long it took; null: one of its two time points is not known.</param>
/// <param name="Standard">How long it may take, seconds; null: there is no standard.</param>
/// <param name="LateBy">Seconds beyond the standard; null: it was kept, or cannot be told.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.IntervalFinding")]
public sealed record IntervalFinding(
    [property: Id(0)] string Interval, [property: Id(1)] string? Role, [property: Id(2)] double? Seconds, [property: Id(3)] int? Standard, [property: Id(4)] double? LateBy);

/// <summary>Somebody who was nearer than those who were sent, at the first decision for a role.</summary>
/// <param name="Role">The role.</param>
/// <param name="Responder">Who.</param>
/// <param name="Seconds">Its expected arrival.</param>
/// <param name="Why">Why it did not go: the verdict of the decision, or its own refusal.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.NotSent")]
public sealed record NotSent([property: Id(0)] string Role, [property: Id(1)] ResponderId Responder, [property: Id(2)] double Seconds, [property: Id(3)] string Why);

/// <summary>The evaluation of an incident (综合评价).</summary>
/// <param name="Intervals">Each interval against its standard.</param>
/// <param name="NotSent">Who was nearer and was not sent, and why.</param>
/// <param name="SignedBy">Who has signed it; null: nobody yet.</param>
/// <param name="SignedAt">When.</param>
/// <param name="Said">What that person said of it.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.Evaluation")]
public sealed record Evaluation(
    [property: Id(0)] IReadOnlyList<IntervalFinding> Intervals,
    [property: Id(1)] IReadOnlyList<NotSent> NotSent,
    [property: Id(2)] string? SignedBy = null,
    [property: Id(3)] DateTimeOffset? SignedAt = null,
    [property: Id(4)] string? Said = null);

namespace CityGuard.Domain.Incidents.Handling;

/// <summary>One line of what happened in an incident.</summary>
/// <param name="At">When it was recorded.</param>
/// <param name="What">What, as a key: the kind of the fact in camelCase, or the step that a crew reported.</param>
/// <param name="Who">Who did it: a person or a responder; null: nobody said so, or it happened by itself.</param>
/// <param name="Why">Reason, as given or as the rule says it; null: none.</param>
/// <param name="Op">The operation that it is about; null: none.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.ChronicleEntry")]
public sealed record ChronicleEntry(
    [property: Id(0)] DateTimeOffset At,
    [property: Id(1)] string What,
    [property: Id(2)] string? Who = null,
    [property: Id(3)] string? Why = null,
    [property: Id(4)] OperationId? Op = null);

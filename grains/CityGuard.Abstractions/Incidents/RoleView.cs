namespace CityGuard.Abstractions.Incidents;

/// <summary>A role that the plan of an incident asks for.</summary>
/// <param name="Role">Role key.</param>
/// <param name="Kinds">Kinds that may fill it; empty: any.</param>
/// <param name="Count">How many.</param>
/// <param name="WithinSeconds">Promised on scene within so many seconds; null: as soon as possible.</param>
/// <param name="Due">When that is, in the past when it is late; null: kept, not promised, or out of the plan's hands.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.RoleView")]
public sealed record RoleView(
    [property: Id(0)] string Role,
    [property: Id(1)] IReadOnlyList<string> Kinds,
    [property: Id(2)] int Count,
    [property: Id(3)] int? WithinSeconds,
    [property: Id(4)] DateTimeOffset? Due);

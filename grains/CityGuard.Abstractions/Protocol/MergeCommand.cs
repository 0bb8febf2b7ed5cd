using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Incidents;

namespace CityGuard.Abstractions.Protocol;

/// <summary>Merging an incident into an older one: both are about one event (并案).</summary>
/// <param name="Into">The elder: the one that was received first.</param>
/// <param name="Why">Reason, 1 to 500 characters.</param>
/// <param name="IfVersion">Refuse with conflict when the incident has moved on; null: do not care.</param>
/// <param name="Command">Id of this command, see <see cref="RecallCommand"/>.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.MergeCommand")]
public sealed record MergeCommand(
    [property: Id(0)] IncidentId Into, [property: Id(1)] string Why, [property: Id(2)] long? IfVersion = null, [property: Id(3)] string? Command = null);

/// <summary>Undoing a merge: it was another event after all.</summary>
/// <param name="Why">Reason, 1 to 500 characters.</param>
/// <param name="Redispatch">True: dispatch goes on by the plan; false: only people send anybody.</param>
/// <param name="IfVersion">Refuse with conflict when the incident has moved on; null: do not care.</param>
/// <param name="Command">Id of this command, see <see cref="RecallCommand"/>.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.UnmergeCommand")]
public sealed record UnmergeCommand(
    [property: Id(0)] string Why, [property: Id(1)] bool Redispatch = true, [property: Id(2)] long? IfVersion = null, [property: Id(3)] string? Command = null);

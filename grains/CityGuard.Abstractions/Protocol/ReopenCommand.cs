using CityGuard.Abstractions.Incidents;

namespace CityGuard.Abstractions.Protocol;

/// <summary>Opening a closed incident again.</summary>
/// <param name="Why">Reason, 1 to 500 characters.</param>
/// <param name="Redispatch">True: dispatch goes on by the plan; false: it is only for checking, and only people send anybody.</param>
/// <param name="IfVersion">Refuse with conflict when the incident has moved on; null: do not care.</param>
/// <param name="Command">Id of this command, see <see cref="RecallCommand"/>.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.ReopenCommand")]
public sealed record ReopenCommand(
    [property: Id(0)] string Why, [property: Id(1)] bool Redispatch = true, [property: Id(2)] long? IfVersion = null, [property: Id(3)] string? Command = null);

namespace CityGuard.Abstractions.Incidents;

/// <summary>Verification of a report.</summary>
/// <param name="How">What was looked at or who was asked, 1 to 500 characters; no names of private persons.</param>
/// <param name="IfVersion">Refuse with conflict when the incident has moved on; null: do not care.</param>
/// <param name="Command">Id of this command, see <see cref="RecallCommand"/>.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.VerifyCommand")]
public sealed record VerifyCommand([property: Id(0)] string How, [property: Id(1)] long? IfVersion = null, [property: Id(2)] string? Command = null);

/// <summary>A word for a false alarm.</summary>
/// <param name="Reason">Key of one of the city's reasons.</param>
/// <param name="Why">Note, 1 to 500 characters; no names of private persons.</param>
/// <param name="IfVersion">Refuse with conflict when the incident has moved on; null: do not care.</param>
/// <param name="Command">Id of this command, see <see cref="RecallCommand"/>.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.FalseAlarmCommand")]
public sealed record FalseAlarmCommand(
    [property: Id(0)] string Reason, [property: Id(1)] string Why, [property: Id(2)] long? IfVersion = null, [property: Id(3)] string? Command = null);

using CityGuard.Domain.Responders;

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

/// <summary>What the handler says came of it.</summary>
/// <param name="Result">Key of one of the city's results.</param>
/// <param name="Responder">The responder for which it is said; null: for the whole matter.</param>
/// <param name="Note">Free text, at most 4,000 characters: goes to the vault.</param>
/// <param name="IfVersion">Refuse with conflict when the incident has moved on; null: do not care.</param>
/// <param name="Command">Id of this command, see <see cref="RecallCommand"/>.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.FeedbackCommand")]
public sealed record FeedbackCommand(
    [property: Id(0)] string Result, [property: Id(1)] ResponderId? Responder = null, [property: Id(2)] string? Note = null,
    [property: Id(3)] long? IfVersion = null, [property: Id(4)] string? Command = null)
{
    /// <inheritdoc/>
    public override string ToString() => $"FeedbackCommand {{ {Result} }}";
}

/// <summary>A check by somebody who did not handle it.</summary>
/// <param name="Passed">False: the roles are filled anew.</param>
/// <param name="Why">What was found, 1 to 500 characters; no names of private persons.</param>
/// <param name="Responder">The responder that went to look; null: none.</param>
/// <param name="IfVersion">Refuse with conflict when the incident has moved on; null: do not care.</param>
/// <param name="Command">Id of this command, see <see cref="RecallCommand"/>.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.CheckCommand")]
public sealed record CheckCommand(
    [property: Id(0)] bool Passed, [property: Id(1)] string Why, [property: Id(2)] ResponderId? Responder = null,
    [property: Id(3)] long? IfVersion = null, [property: Id(4)] string? Command = null);

/// <summary>The signature under an evaluation.</summary>
/// <param name="Why">What the person says of it, 1 to 500 characters.</param>
/// <param name="IfVersion">Refuse with conflict when the incident has moved on; null: do not care.</param>
/// <param name="Command">Id of this command, see <see cref="RecallCommand"/>.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.EvaluateCommand")]
public sealed record EvaluateCommand([property: Id(0)] string Why, [property: Id(1)] long? IfVersion = null, [property: Id(2)] string? Command = null);

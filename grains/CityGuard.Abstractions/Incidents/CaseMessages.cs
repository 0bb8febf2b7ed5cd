using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;
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

/// <summary>Telling the next command level by hand.</summary>
/// <param name="Why">Reason, 1 to 500 characters.</param>
/// <param name="IfVersion">Refuse with conflict when the incident has moved on; null: do not care.</param>
/// <param name="Command">Id of this command, see <see cref="RecallCommand"/>.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.EscalateCommand")]
public sealed record EscalateCommand([property: Id(0)] string Why, [property: Id(1)] long? IfVersion = null, [property: Id(2)] string? Command = null);

/// <summary>Taking note of an escalation; the path names which.</summary>
/// <param name="Why">What the person says, 1 to 500 characters.</param>
/// <param name="IfVersion">Refuse with conflict when the incident has moved on; null: do not care.</param>
/// <param name="Command">Id of this command, see <see cref="RecallCommand"/>.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.TakeNoteCommand")]
public sealed record TakeNoteCommand([property: Id(0)] string Why, [property: Id(1)] long? IfVersion = null, [property: Id(2)] string? Command = null);

/// <summary>A leader is on scene.</summary>
/// <param name="Leader">Post of the leader, 1 to 100 characters, e.g. chief of station; no name.</param>
/// <param name="ArrivedAt">When the leader arrived; not before the report, not later than now.</param>
/// <param name="IfVersion">Refuse with conflict when the incident has moved on; null: do not care.</param>
/// <param name="Command">Id of this command, see <see cref="RecallCommand"/>.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.LeaderCommand")]
public sealed record LeaderCommand(
    [property: Id(0)] string Leader, [property: Id(1)] DateTimeOffset ArrivedAt, [property: Id(2)] long? IfVersion = null, [property: Id(3)] string? Command = null);

/// <summary>Handing over the lead on scene.</summary>
/// <param name="Op">The operation that leads from now on; it must be on scene.</param>
/// <param name="Why">Reason, 1 to 500 characters.</param>
/// <param name="IfVersion">Refuse with conflict when the incident has moved on; null: do not care.</param>
/// <param name="Command">Id of this command, see <see cref="RecallCommand"/>.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.LeadCommand")]
public sealed record LeadCommand(
    [property: Id(0)] OperationId Op, [property: Id(1)] string Why, [property: Id(2)] long? IfVersion = null, [property: Id(3)] string? Command = null);

/// <summary>One telling of a command level.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Number">Which of the incident's.</param>
/// <param name="To">The station, district or city that was told.</param>
/// <param name="Cause">What is late, or a person's reason.</param>
/// <param name="Clock">The clock that ran out; null: a person did it.</param>
/// <param name="At">When it was told.</param>
/// <param name="By">The person who told; null: the clock.</param>
/// <param name="NotedBy">Who has taken note; null: nobody yet.</param>
/// <param name="Served">By what it was served; null: not yet.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.EscalationLine")]
public sealed record EscalationLine(
    [property: Id(0)] IncidentId Incident,
    [property: Id(1)] int Number,
    [property: Id(2)] AreaId To,
    [property: Id(3)] string Cause,
    [property: Id(4)] string? Clock,
    [property: Id(5)] DateTimeOffset At,
    [property: Id(6)] string? By,
    [property: Id(7)] string? NotedBy,
    [property: Id(8)] string? Served);

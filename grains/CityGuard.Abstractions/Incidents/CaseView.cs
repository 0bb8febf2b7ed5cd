using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;

namespace CityGuard.Abstractions.Incidents;

/// <summary>What is known and said of an incident's case.</summary>
/// <param name="Channel">By which channel it came in; null: not said.</param>
/// <param name="Verified">False: nobody vouches for it yet.</param>
/// <param name="VerifiedBy">The person who made sure; null: a trusted source did, or nobody yet.</param>
/// <param name="VerifiedHow">How that was done.</param>
/// <param name="Finder">The responder who found it.</param>
/// <param name="Fatalities">How many have died, as reported.</param>
/// <param name="FalseAlarm">A word for a false alarm.</param>
/// <param name="Feedback">What the handler said came of it.</param>
/// <param name="Check">The last check; null: none yet.</param>
/// <param name="Escalations">Every telling of a command level.</param>
/// <param name="Leader">Post of the leader who is on scene.</param>
/// <param name="LeaderAt">When that leader arrived.</param>
/// <param name="Lead">Who leads on scene, or did last.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.CaseView")]
public sealed record CaseView(
    [property: Id(0)] string? Channel,
    [property: Id(1)] bool Verified,
    [property: Id(2)] string? VerifiedBy = null,
    [property: Id(3)] string? VerifiedHow = null,
    [property: Id(4)] ResponderId? Finder = null,
    [property: Id(5)] int? Fatalities = null,
    [property: Id(6)] FalseAlarmView? FalseAlarm = null,
    [property: Id(7)] FeedbackView? Feedback = null,
    [property: Id(8)] CheckView? Check = null,
    [property: Id(9)] IReadOnlyList<EscalationLine>? Escalations = null,
    [property: Id(10)] string? Leader = null,
    [property: Id(11)] DateTimeOffset? LeaderAt = null,
    [property: Id(12)] OperationId? Lead = null);

/// <summary>What the handler said came of it.</summary>
/// <param name="Result">Key of the result.</param>
/// <param name="By">Who said it.</param>
/// <param name="Responder">For which responder; null: for the whole matter.</param>
/// <param name="At">When.</param>
/// <param name="Note">Personal data: only there for who may see it.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.FeedbackView")]
public sealed record FeedbackView(
    [property: Id(0)] string Result, [property: Id(1)] string By, [property: Id(2)] ResponderId? Responder, [property: Id(3)] DateTimeOffset At, [property: Id(4)] string? Note = null);

/// <summary>A check by somebody who did not handle it.</summary>
/// <param name="Passed">False: the roles are filled anew.</param>
/// <param name="By">Who.</param>
/// <param name="Responder">The responder that went to look; null: none.</param>
/// <param name="Why">What was found.</param>
/// <param name="At">When.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.CheckView")]
public sealed record CheckView(
    [property: Id(0)] bool Passed, [property: Id(1)] string By, [property: Id(2)] ResponderId? Responder, [property: Id(3)] string Why, [property: Id(4)] DateTimeOffset At);

/// <summary>A false alarm, or the first of two words for it.</summary>
/// <param name="Reason">Key of the reason.</param>
/// <param name="By">Who said so.</param>
/// <param name="Why">Note.</param>
/// <param name="Confirmed">False: a crew was on scene, and a second word is awaited.</param>
/// <param name="ConfirmedBy">Whose word bears it out, where one was needed.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.FalseAlarmView")]
public sealed record FalseAlarmView(
    [property: Id(0)] string Reason, [property: Id(1)] string By, [property: Id(2)] string Why, [property: Id(3)] bool Confirmed, [property: Id(4)] string? ConfirmedBy = null);

using CityGuard.Domain.Incidents.Handling;
using CityGuard.Domain.Responders;

namespace CityGuard.Domain.Incidents.Events;

/// <summary>The handler said what came of it (反馈).</summary>
/// <param name="By">Who said it.</param>
/// <param name="Responder">The responder for which it is said; null: for the whole matter.</param>
/// <param name="Result">Key of the result.</param>
/// <param name="Vault">Random reference to the note; null: there was none.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Command">Id of the command; null: there was none.</param>
public sealed record FedBack(string By, ResponderId? Responder, string Result, string? Vault, DateTimeOffset At, string? Command = null) : IncidentEvent(At);

/// <summary>Somebody who did not handle it has looked, and it is done (回访核查).</summary>
/// <param name="By">Who.</param>
/// <param name="Responder">The responder that went to look; null: nobody was sent.</param>
/// <param name="Why">What was found.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Command">Id of the command; null: there was none.</param>
public sealed record Checked(string By, ResponderId? Responder, string Why, DateTimeOffset At, string? Command = null) : IncidentEvent(At);

/// <summary>Somebody who did not handle it has looked, and it is not done: the roles are filled anew.</summary>
/// <param name="By">Who.</param>
/// <param name="Responder">The responder that went to look; null: nobody was sent.</param>
/// <param name="Cause">What is not done.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Command">Id of the command; null: there was none.</param>
public sealed record CheckFailed(string By, ResponderId? Responder, string Cause, DateTimeOffset At, string? Command = null) : IncidentEvent(At);

/// <summary>A person has signed the evaluation (综合评价) as it stood.</summary>
/// <param name="By">Who.</param>
/// <param name="Why">What the person says of it.</param>
/// <param name="Intervals">Each interval against its standard.</param>
/// <param name="NotSent">Who was nearer and was not sent.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Command">Id of the command; null: there was none.</param>
public sealed record Evaluated(
    string By, string Why, IReadOnlyList<IntervalFinding> Intervals, IReadOnlyList<NotSent> NotSent, DateTimeOffset At, string? Command = null) : IncidentEvent(At);

using CityGuard.Domain.Responders;

namespace CityGuard.Domain.Incidents.Events;

/// <summary>The incident wants this responder. Written before the responder is asked.</summary>
/// <param name="Op">Operation, unique in the incident.</param>
/// <param name="Responder">Who is asked.</param>
/// <param name="Role">For which role.</param>
/// <param name="ExpectedEpoch">Its ownership epoch as the chooser saw it.</param>
/// <param name="Deciseconds">Expected arrival, null when not known.</param>
/// <param name="By">The person who chose; null: the policy did.</param>
/// <param name="Why">The person's reason.</param>
/// <param name="Replaces">On granting, this operation is recalled.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Command">Id of the person's command; null: there was none.</param>
/// <param name="From">The lesser incident that it is to be diverted from; null: it is thought free.</param>
public sealed record AssignmentRequested(
    OperationId Op,
    ResponderId Responder,
    string Role,
    long ExpectedEpoch,
    int? Deciseconds,
    string? By,
    string? Why,
    OperationId? Replaces,
    DateTimeOffset At,
    string? Command = null,
    IncidentId? From = null) : IncidentEvent(At);

/// <summary>The responder is held. Only after this is anyone told.</summary>
public sealed record AssignmentGranted(OperationId Op, long Epoch, DateTimeOffset At) : IncidentEvent(At);

/// <summary>The responder said no; an input of the next decision.</summary>
public sealed record AssignmentRefused(OperationId Op, long Epoch, string Reason, DateTimeOffset At) : IncidentEvent(At);

/// <summary>It is to be given back (撤回); no step of it is accepted any more.</summary>
/// <param name="Op">Operation.</param>
/// <param name="By">The person.</param>
/// <param name="Why">Reason.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Command">Id of the command; null: it follows from the grant of a replacement.</param>
public sealed record AssignmentRecalled(OperationId Op, string By, string Why, DateTimeOffset At, string? Command = null) : IncidentEvent(At);

/// <summary>It has been given back.</summary>
public sealed record AssignmentReleased(OperationId Op, long Epoch, DateTimeOffset At) : IncidentEvent(At);

/// <summary>A crew's step.</summary>
/// <param name="Op">Operation.</param>
/// <param name="Epoch">Epoch of its order.</param>
/// <param name="Progress">Step.</param>
/// <param name="HappenedAt">When, by the crew; never earlier than the step before it.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="SaidAt">The crew's own word where its clock lay behind the step before it; null: it is <paramref name="HappenedAt"/>.</param>
public sealed record ProgressRecorded(
    OperationId Op, long Epoch, AssignmentProgress Progress, DateTimeOffset HappenedAt, DateTimeOffset At, DateTimeOffset? SaidAt = null) : IncidentEvent(At);

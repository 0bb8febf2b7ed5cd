using CityGuard.Domain.Responders;

namespace CityGuard.Domain.Incidents;

/// <summary>Where one assignment stands.</summary>
public enum AssignmentPhase : byte
{
    /// <summary>Asked for, outcome not known yet.</summary>
    Requested,

    /// <summary>Held.</summary>
    Granted,

    /// <summary>To be given back.</summary>
    Recalled,

    /// <summary>Given back.</summary>
    Released,

    /// <summary>Refused by the responder.</summary>
    Refused,

    /// <summary>Taken from the incident: diverted to a graver one, or freed by force.</summary>
    Lost,
}

/// <summary>One assignment of an incident with all its times.</summary>
/// <param name="Op">Operation.</param>
/// <param name="Responder">Who.</param>
/// <param name="Role">Role.</param>
/// <param name="Phase">Where it stands.</param>
/// <param name="ExpectedEpoch">Epoch as the chooser saw it.</param>
/// <param name="Epoch">Epoch of the grant, or the one that the refusal told.</param>
/// <param name="Deciseconds">Expected arrival; null: not known.</param>
/// <param name="By">The person who chose; null: the policy.</param>
/// <param name="Reason">Of a refusal, or of a person's recall.</param>
/// <param name="Replaces">Recalled when this is granted.</param>
/// <param name="RequestedAt">Requested.</param>
public sealed record Assignment(
    OperationId Op,
    ResponderId Responder,
    string Role,
    AssignmentPhase Phase,
    long ExpectedEpoch,
    long Epoch,
    int? Deciseconds,
    string? By,
    string? Reason,
    OperationId? Replaces,
    DateTimeOffset RequestedAt)
{
    /// <summary>Granted or refused at.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Given back at.</summary>
    public DateTimeOffset? ReleasedAt { get; init; }

    /// <summary>A person took it off: what it left unfinished does not count.</summary>
    public bool IsTakenOff { get; init; }

    /// <summary>It was not accepted in time: its slot is to be filled again.</summary>
    public bool HasLapsed { get; init; }

    /// <summary>What is known of its order on its way to the crew.</summary>
    public OrderReceipt Receipt { get; init; }

    /// <summary>The incident that it is to be diverted from; null: it was thought free.</summary>
    public IncidentId? From { get; init; }

    /// <summary>When lost: the graver incident that has it now; null: it was freed by force.</summary>
    public IncidentId? LostTo { get; init; }

    /// <summary>When lost: nobody is looked for in its place.</summary>
    public bool StaysEmpty { get; init; }

    /// <summary>It was lost and its slot is to be filled again.</summary>
    public bool IsVacant => Phase == AssignmentPhase.Lost && !StaysEmpty;

    /// <summary>The furthest step, null before the first.</summary>
    public AssignmentProgress? Progress { get; init; }

    /// <summary>When the furthest step happened.</summary>
    public DateTimeOffset? ProgressAt { get; init; }

    /// <summary>When each step happened, by the crew.</summary>
    public StepTimes Steps { get; init; }

    /// <summary>Wanted or held: it fills its slot now.</summary>
    public bool IsActive => Phase is AssignmentPhase.Requested or AssignmentPhase.Granted;

    /// <summary>The responder may be holding it.</summary>
    public bool MayHold => Phase is AssignmentPhase.Requested or AssignmentPhase.Granted or AssignmentPhase.Recalled;
}

/// <summary>When each step of an assignment happened; null: not yet, or never reported.</summary>
public readonly record struct StepTimes(
    DateTimeOffset? Accepted,
    DateTimeOffset? EnRoute,
    DateTimeOffset? OnScene,
    DateTimeOffset? Controlled,
    DateTimeOffset? Cleared)
{
    /// <summary>The time of one step.</summary>
    public DateTimeOffset? this[AssignmentProgress step] => step switch
    {
        AssignmentProgress.Accepted => Accepted,
        AssignmentProgress.EnRoute => EnRoute,
        AssignmentProgress.OnScene => OnScene,
        AssignmentProgress.Controlled => Controlled,
        AssignmentProgress.Cleared => Cleared,
        _ => null,
    };

    /// <summary>The same with one step set.</summary>
    public StepTimes With(AssignmentProgress step, DateTimeOffset at) => step switch
    {
        AssignmentProgress.Accepted => this with { Accepted = at },
        AssignmentProgress.EnRoute => this with { EnRoute = at },
        AssignmentProgress.OnScene => this with { OnScene = at },
        AssignmentProgress.Controlled => this with { Controlled = at },
        _ => this with { Cleared = at },
    };
}

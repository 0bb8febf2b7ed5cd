namespace CityGuard.Domain.Dispatch;

/// <summary>What one role of one incident asks for.</summary>
/// <param name="Kinds">Mask of kinds wanted.</param>
/// <param name="Capabilities">Mask of capabilities that every choice must have.</param>
/// <param name="Count">How many responders are still to be chosen.</param>
/// <param name="LimitDeciseconds">Nobody later than this is chosen; <see cref="Geography.Travel.Beyond"/>: no limit.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.Requirement")]
public readonly record struct Requirement([property: Id(0)] ulong Kinds, [property: Id(1)] ulong Capabilities, [property: Id(2)] byte Count, [property: Id(3)] ushort LimitDeciseconds);

/// <summary>Bits of what the board knows of a responder at the moment of choosing.</summary>
[Flags]
public enum CandidateFlags : byte
{
    /// <summary>Nothing known in its favour.</summary>
    None = 0,

    /// <summary>Not held by an incident.</summary>
    Free = 1,

    /// <summary>In service.</summary>
    InService = 2,

    /// <summary>Its position or sign-in is fresh.</summary>
    Fresh = 4,

    /// <summary>Its readiness checks all hold.</summary>
    Ready = 8,

    /// <summary>Already refused in this incident, or on it.</summary>
    Excluded = 16,

    /// <summary>Bound to premises that are not the place of the incident.</summary>
    Elsewhere = 32,

    /// <summary>Lent to another area.</summary>
    Lent = 64,

    /// <summary>All that is needed to be sent.</summary>
    Fit = Free | InService | Fresh | Ready,
}

/// <summary>One responder considered for one requirement.</summary>
/// <param name="Responder">The city model's index; the last tie-break.</param>
/// <param name="Kind">Index of its kind.</param>
/// <param name="Flags">What the board knew.</param>
/// <param name="Capabilities">Mask of capabilities.</param>
/// <param name="Deciseconds">Arrival: turnout + remaining work + travel.</param>
/// <param name="Epoch">Ownership epoch as the board saw it.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.Candidate")]
public readonly record struct Candidate([property: Id(0)] int Responder, [property: Id(1)] byte Kind, [property: Id(2)] CandidateFlags Flags, [property: Id(3)] ulong Capabilities, [property: Id(4)] ushort Deciseconds, [property: Id(5)] long Epoch);

/// <summary>A chosen candidate: its position in the candidate span.</summary>
public readonly record struct Choice(int Candidate);

/// <summary>Why a candidate was or was not chosen. One reason each, the first that applies in this order.</summary>
public enum Verdict : byte
{
    /// <summary>Chosen.</summary>
    Chosen,

    /// <summary>Of a kind that this role does not want.</summary>
    WrongKind,

    /// <summary>Bound to other premises.</summary>
    Elsewhere,

    /// <summary>Out of service.</summary>
    OutOfService,

    /// <summary>Held by an incident.</summary>
    Busy,

    /// <summary>Position or sign-in too old.</summary>
    Stale,

    /// <summary>A readiness check has lapsed.</summary>
    NotReady,

    /// <summary>Refused earlier in this incident, or already on it.</summary>
    Excluded,

    /// <summary>Lacks a capability.</summary>
    LacksCapability,

    /// <summary>Would arrive after the limit.</summary>
    TooFar,

    /// <summary>Fit, but others arrive sooner.</summary>
    Later,

    /// <summary>Lent to another area; judged after being bound elsewhere.</summary>
    Lent,
}

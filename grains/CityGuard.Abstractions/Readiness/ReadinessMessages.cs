using CityGuard.Domain.Areas;
using CityGuard.Domain.Duty;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Targets;

namespace CityGuard.Abstractions.Readiness;

/// <summary>Who would reach a place, when, of what kind.</summary>
/// <param name="Seconds">From alert to there.</param>
/// <param name="WithinRing">Within the tightest ring that wants its kind.</param>
/// <param name="Counts">Its kind is wanted by a ring of this standard: only then does it light a dark place.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.Reacher")]
public sealed record Reacher(
    [property: Id(0)] ResponderId Responder,
    [property: Id(1)] string CallSign,
    [property: Id(2)] string Kind,
    [property: Id(3)] double Seconds,
    [property: Id(4)] bool WithinRing,
    [property: Id(5)] bool Counts = true);

/// <summary>The state of a circle: of a cell or a key target.</summary>
/// <param name="Subject">Cell or target id.</param>
/// <param name="Name">Name when it has one.</param>
/// <param name="Level">Readiness.</param>
/// <param name="Since">Since when.</param>
/// <param name="Standard">The standard in force, with its rings.</param>
/// <param name="Because">The place inside that asks for it, null for the local limit.</param>
/// <param name="Reachers">Who would come, nearest first, at most 12.</param>
/// <param name="Sole">When thin: the one responder that holds it.</param>
/// <param name="MissingKinds">Parties missing.</param>
/// <param name="AsOf">Time of the data.</param>
/// <param name="PatrolledAt">Cells: when a patrol was last there; null: not since known.</param>
/// <param name="Duty">The duty level it is under, as its own actor says; null: the actor did not answer.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.CircleView")]
public sealed record CircleView(
    [property: Id(0)] string Subject,
    [property: Id(1)] BilingualName? Name,
    [property: Id(2)] ReadinessLevel Level,
    [property: Id(3)] DateTimeOffset Since,
    [property: Id(4)] ResponseStandard Standard,
    [property: Id(5)] TargetId? Because,
    [property: Id(6)] IReadOnlyList<Reacher> Reachers,
    [property: Id(7)] ResponderId? Sole,
    [property: Id(8)] IReadOnlyList<string> MissingKinds,
    [property: Id(9)] DateTimeOffset AsOf,
    [property: Id(10)] DateTimeOffset? PatrolledAt = null,
    [property: Id(50)] DutyInForce? Duty = null);

/// <summary>How many cells, people and targets are at one level.</summary>
[GenerateSerializer, Immutable, Alias("CityGuard.LevelCount")]
public sealed record LevelCount(
    [property: Id(0)] ReadinessLevel Level,
    [property: Id(1)] int Cells,
    [property: Id(2)] double People,
    [property: Id(3)] int Targets);

/// <summary>Planned against actual strength of one kind (应到 / 实到) of those posted in an area.</summary>
/// <param name="Kind">Key of the kind.</param>
/// <param name="Planned">How many of all posted in the area the duty level wants out, whether their boards answer or not; rounded up once for the area.</param>
/// <param name="Actual">How many are known to be in service, fresh and ready, held or not.</param>
/// <param name="Busy">How many of <paramref name="Actual"/> are held by an incident.</param>
/// <param name="Unknown">How many of those posted no board knows anything of: with any of these, <paramref name="Actual"/> is a lower bound.</param>
/// <param name="Lent">How many are known to be lent to another area now; not in <paramref name="Actual"/>.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.Strength")]
public sealed record Strength(
    [property: Id(0)] string Kind,
    [property: Id(1)] int Planned,
    [property: Id(2)] int Actual,
    [property: Id(3)] int Busy,
    [property: Id(4)] int Unknown = 0,
    [property: Id(60)] int Lent = 0);

/// <summary>The readiness of an area at one moment.</summary>
/// <param name="Area">The area, of either tree and any level.</param>
/// <param name="Levels">Counts by level; its targets that are Thin, Incomplete, Late or Dark are all that a list of fragile targets is cut from.</param>
/// <param name="Strength">Strength by kind.</param>
/// <param name="OpenIncidents">Open incidents.</param>
/// <param name="LateIncidents">Of which late against their clock.</param>
/// <param name="Automatic">Automatic dispatch is on in every sector that answered.</param>
/// <param name="SilentSectors">Sectors that did not answer: their cells in the area are counted as unknown.</param>
/// <param name="OldestData">
/// Age basis. Of the responders posted in the area that count now, and count only while their position is fresh: when the oldest of their positions was
/// measured. A silent sector keeps what it said last. Null: nobody there counts by a position, so there is none whose age could be told.
/// </param>
/// <param name="Modes">The modes that count in its sectors, each once, the least strict first: one where all have the same; none where no sector answered.</param>
/// <param name="Duty">The highest duty level in force in its sectors; null where no sector answered.</param>
/// <param name="OwedReceipts">Measures of duty levels that its sectors have not acknowledged; of silent sectors nothing is known.</param>
/// <param name="Children">The areas one level down, without their children: districts, sectors, beats; of a street its communities.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.ReadinessSummary")]
public sealed record ReadinessSummary(
    [property: Id(0)] Area Area,
    [property: Id(1)] IReadOnlyList<LevelCount> Levels,
    [property: Id(2)] IReadOnlyList<Strength> Strength,
    [property: Id(3)] int OpenIncidents,
    [property: Id(4)] int LateIncidents,
    [property: Id(5)] bool Automatic,
    [property: Id(6)] IReadOnlyList<AreaId> SilentSectors,
    [property: Id(7)] DateTimeOffset? OldestData,
    [property: Id(8)] IReadOnlyList<ReadinessSummary> Children,
    [property: Id(80)] IReadOnlyList<DispatchMode>? Modes = null,
    [property: Id(90)] DutyInForce? Duty = null,
    [property: Id(91)] int OwedReceipts = 0);

/// <summary>A target about to break (thin on one responder, or short of a party), or broken (late, dark).</summary>
[GenerateSerializer, Immutable, Alias("CityGuard.FragileTarget")]
public sealed record FragileTarget(
    [property: Id(0)] TargetId Target,
    [property: Id(1)] BilingualName Name,
    [property: Id(2)] TargetGrade Grade,
    [property: Id(3)] ReadinessLevel Level,
    [property: Id(4)] DateTimeOffset Since,
    [property: Id(5)] ResponderId? Sole,
    [property: Id(6)] string? SoleCallSign,
    [property: Id(7)] IReadOnlyList<string> MissingKinds,
    [property: Id(8)] AreaId Sector);

/// <summary>Whether the city is up.</summary>
/// <param name="Ready">Every board answered just now.</param>
/// <param name="City">City id of the package.</param>
/// <param name="Cells">How many cells it has.</param>
/// <param name="Sectors">How many sectors, each with its board.</param>
/// <param name="Responders">How many responders.</param>
/// <param name="Targets">How many key targets.</param>
/// <param name="ActiveActors">How many standing actors are awake on all silos; as last counted where they do not answer in time.</param>
/// <param name="BoardsReady">How many boards answered.</param>
/// <param name="State">In one word.</param>
/// <param name="Reasons">Why it is not <see cref="HealthState.Ready"/>, a sentence each; none where it is.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.CityHealth")]
public sealed record CityHealth(
    [property: Id(0)] bool Ready,
    [property: Id(1)] string City,
    [property: Id(2)] int Cells,
    [property: Id(3)] int Sectors,
    [property: Id(4)] int Responders,
    [property: Id(5)] int Targets,
    [property: Id(6)] int ActiveActors,
    [property: Id(7)] int BoardsReady,
    [property: Id(8)] HealthState State = HealthState.Starting,
    [property: Id(9)] IReadOnlyList<string>? Reasons = null);

using CityGuard.Domain.Areas;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Scenarios;

namespace CityGuard.Abstractions.Scenarios;

/// <summary>A saved scenario on the list.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Version">Its latest version, from 1.</param>
/// <param name="At">When that was saved.</param>
/// <param name="By">By whom.</param>
/// <param name="Note">Why it was made.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.ScenarioLine")]
public sealed record ScenarioLine(
    [property: Id(0)] string Id, [property: Id(1)] string Name, [property: Id(2)] int Version, [property: Id(3)] DateTimeOffset At, [property: Id(4)] string By, [property: Id(5)] string Note);

/// <summary>One version of a saved scenario with its text, the same as a scenario file.</summary>
/// <param name="Line">Where it stands on the list, with this version.</param>
/// <param name="Text">The scenario as JSON (<c>cityguard scenario schema</c>).</param>
[GenerateSerializer, Immutable, Alias("CityGuard.SavedScenario")]
public sealed record SavedScenario([property: Id(0)] ScenarioLine Line, [property: Id(1)] string Text);

/// <summary>Saves a scenario, or a new version of one.</summary>
/// <param name="Text">The scenario as JSON, at most 16 MiB. Its version is set by the save.</param>
/// <param name="Id">Which saved scenario it is a version of; null: a new one.</param>
/// <param name="IfVersion">The version it was edited from: refused when somebody saved another since. Null: whatever is there.</param>
/// <param name="Command">Id of this command; sent again, it changes nothing.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.SaveScenarioCommand")]
public sealed record SaveScenarioCommand([property: Id(0)] string Text, [property: Id(1)] string? Id = null, [property: Id(2)] int? IfVersion = null, [property: Id(3)] string? Command = null);

/// <summary>Takes a saved scenario off the list.</summary>
/// <param name="Why">Reason, 1 to 500 characters.</param>
/// <param name="Command">Id of this command; sent again, it changes nothing.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.DiscardScenarioCommand")]
public sealed record DiscardScenarioCommand([property: Id(0)] string Why, [property: Id(1)] string? Command = null);

/// <summary>Asks a question of saved scenarios.</summary>
/// <param name="Question">What is asked.</param>
/// <param name="Command">Id of this command; sent again, it is the same run.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.AskRunCommand")]
public sealed record AskRunCommand([property: Id(0)] RunQuestion Question, [property: Id(1)] string? Command = null);

/// <summary>What has become of a run.</summary>
public enum RunPhase
{
    /// <summary>Its scenarios are made ready to be played.</summary>
    Preparing,

    /// <summary>It is being played.</summary>
    Playing,

    /// <summary>The answer is there.</summary>
    Done,

    /// <summary>It was given up.</summary>
    Cancelled,

    /// <summary>It cannot be played, see <see cref="RunView.Fault"/>.</summary>
    Failed,
}

/// <summary>How far a run is.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Question">What was asked.</param>
/// <param name="By">Who asked.</param>
/// <param name="AskedAt">When.</param>
/// <param name="Phase">What has become of it.</param>
/// <param name="Names">Names of what is played, in order; the first is what the others are compared with.</param>
/// <param name="Counted">Replications that count so far.</param>
/// <param name="Elapsed">Since it began on this host.</param>
/// <param name="Left">Time left if the rest takes as long; null while nothing is known.</param>
/// <param name="Within">Share within standard so far, of each.</param>
/// <param name="Differences">Its paired difference from the first, of each after the first.</param>
/// <param name="Fault">Why it failed; null: it did not.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.RunView")]
public sealed record RunView(
    [property: Id(0)] string Id,
    [property: Id(1)] RunQuestion Question,
    [property: Id(2)] string By,
    [property: Id(3)] DateTimeOffset AskedAt,
    [property: Id(4)] RunPhase Phase,
    [property: Id(5)] IReadOnlyList<string> Names,
    [property: Id(6)] int Counted,
    [property: Id(7)] TimeSpan Elapsed,
    [property: Id(8)] TimeSpan? Left,
    [property: Id(9)] IReadOnlyList<Interval> Within,
    [property: Id(10)] IReadOnlyList<Interval> Differences,
    [property: Id(11)] string? Fault = null);

/// <summary>A figure with its interval.</summary>
/// <param name="Mean">Mean; null: nothing was counted yet.</param>
/// <param name="Half">Half-width; null: nothing is known of the spread yet.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.Interval")]
public sealed record Interval([property: Id(0)] double? Mean, [property: Id(1)] double? Half);

/// <summary>Files of an answer.</summary>
public enum RunFile
{
    /// <summary><c>answer.json</c>: everything.</summary>
    Answer,

    /// <summary><c>figures.csv</c>: every figure on a line.</summary>
    Figures,

    /// <summary><c>responders.csv</c>: every responder on a line.</summary>
    Responders,

    /// <summary><c>map.geojson</c>: late shares by cell, and their difference.</summary>
    Map,

    /// <summary><c>report.html</c>: one page in English.</summary>
    Report,

    /// <summary><c>report.html</c>: one page in Chinese.</summary>
    ReportZh,
}

/// <summary>What adopting a scenario would change in the living city.</summary>
/// <param name="Scenario">Which.</param>
/// <param name="Count">How often posts have been moved so far; told again when it is adopted, so that what was looked at is what is done.</param>
/// <param name="Moves">Whose post moves, from where it stands now.</param>
/// <param name="Left">What of the scenario is not adopted, and what to do instead.</param>
/// <param name="Cells">Cells by readiness with everybody at his post: now and then.</param>
/// <param name="Better">Cells that become more ready.</param>
/// <param name="Worse">Cells that become less ready.</param>
/// <param name="Sectors">Sectors where anything changes.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.AdoptionView")]
public sealed record AdoptionView(
    [property: Id(0)] ScenarioRef Scenario,
    [property: Id(1)] int Count,
    [property: Id(2)] IReadOnlyList<AdoptedMove> Moves,
    [property: Id(3)] IReadOnlyList<string> Left,
    [property: Id(4)] IReadOnlyList<LevelShift> Cells,
    [property: Id(5)] int Better,
    [property: Id(6)] int Worse,
    [property: Id(7)] IReadOnlyList<SectorShift> Sectors);

/// <summary>A post that would move.</summary>
[GenerateSerializer, Immutable, Alias("CityGuard.AdoptedMove")]
public sealed record AdoptedMove(
    [property: Id(0)] ResponderId Who, [property: Id(1)] string Kind, [property: Id(2)] GeoPoint From, [property: Id(3)] GeoPoint To, [property: Id(4)] AreaId FromSector, [property: Id(5)] AreaId ToSector);

/// <summary>How many cells are at a level, now and then.</summary>
[GenerateSerializer, Immutable, Alias("CityGuard.LevelShift")]
public sealed record LevelShift([property: Id(0)] ReadinessLevel Level, [property: Id(1)] int Now, [property: Id(2)] int Then);

/// <summary>What changes in a sector.</summary>
/// <param name="Sector">Which.</param>
/// <param name="Leaving">Posts that leave it.</param>
/// <param name="Coming">Posts that come to it.</param>
/// <param name="Better">Its cells that become more ready.</param>
/// <param name="Worse">Its cells that become less ready.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.SectorShift")]
public sealed record SectorShift([property: Id(0)] AreaId Sector, [property: Id(1)] int Leaving, [property: Id(2)] int Coming, [property: Id(3)] int Better, [property: Id(4)] int Worse);

/// <summary>Adopts a scenario: the living city gets its posts.</summary>
/// <param name="Version">Version that was looked at.</param>
/// <param name="Count">See <see cref="AdoptionView.Count"/>.</param>
/// <param name="Why">Reason, 1 to 500 characters.</param>
/// <param name="Command">Id of this command; sent again, it changes nothing.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.AdoptScenarioCommand")]
public sealed record AdoptScenarioCommand([property: Id(0)] int Version, [property: Id(1)] int Count, [property: Id(2)] string Why, [property: Id(3)] string? Command = null);

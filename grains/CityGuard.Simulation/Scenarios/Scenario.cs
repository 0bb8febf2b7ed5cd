using CityGuard.Domain.Incidents;
using CityGuard.Simulation.Chance;
using CityGuard.Simulation.Engine;

namespace CityGuard.Simulation.Scenarios;

/// <summary>
/// A what-if: a base, edits of it, how forces are led, and over which time. Sharing one is sending a file; it names the city that it is for.
/// </summary>
/// <param name="Name">Name for people.</param>
/// <param name="City">Hash of the city package that it is made for.</param>
public sealed record Scenario(string Name, string City)
{
    /// <summary>Version of this shape.</summary>
    public const int CurrentSchema = 1;

    /// <summary>Version of its shape.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>Version of its text, from 1; each saved change is one more.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Why it was made.</summary>
    public string Note { get; init; } = "";

    /// <summary>The live city at one moment; null: the package.</summary>
    public LiveBase? Live { get; init; }

    /// <summary>Calls in place of those of the package, e.g. fitted to past records; null: those of the package.</summary>
    public GivenDemand? Demand { get; init; }

    /// <summary>Over which time.</summary>
    public ScenarioTime Time { get; init; } = new();

    /// <summary>What is different, in order: a later edit sees what an earlier one left.</summary>
    public IReadOnlyList<Edit> Edits { get; init; } = [];

    /// <summary>How forces are led.</summary>
    public ScenarioPolicy Policy { get; init; } = new();

    /// <summary>How long things take.</summary>
    public ServiceTimes Service { get; init; } = new();

    /// <summary>True when it changes anything of its base.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool HasChanges => Edits.Count > 0 || ScenarioJson.Write(this) != ScenarioJson.Write(this with { Edits = [], Policy = new ScenarioPolicy() });

    /// <summary>The same base and time with nothing changed: what it is compared with.</summary>
    public Scenario Present() => this with { Name = "present", Note = "", Version = 1, Edits = [], Policy = new ScenarioPolicy() };
}

/// <summary>Over which time a scenario is played.</summary>
/// <param name="Start">When it begins, minutes of the week in the city's time zone; Monday 00:00 is 0. 0 to 10,079.</param>
/// <param name="Days">Days counted, above 0 to 366.</param>
/// <param name="WarmUpHours">Hours played before, not counted, 0 to 240. A scenario that begins with the live city as it stands needs none.</param>
public sealed record ScenarioTime(int Start = 0, double Days = 7, double WarmUpHours = 24);

/// <summary>How forces are led.</summary>
public sealed record ScenarioPolicy
{
    /// <summary>How a responder is chosen.</summary>
    public DispatchRule Dispatch { get; init; } = DispatchRule.Nearest;

    /// <summary>Layers of the layered rule, lightest first; empty: by the 1-3-5 rings.</summary>
    public IReadOnlyList<PolicyLayer> Layers { get; init; } = [];

    /// <summary>True: a high or critical incident may take a responder who drives to a low or medium one.</summary>
    public bool Redispatch { get; init; }

    /// <summary>False: what nobody can be sent to at once is lost.</summary>
    public bool Queues { get; init; } = true;

    /// <summary>Where the free go.</summary>
    public RelocationRule Relocation { get; init; } = RelocationRule.None;

    /// <summary>Cell ids to be held, by number of free responders: row n for n + 1 free, the last for more.</summary>
    public IReadOnlyList<IReadOnlyList<string>> ComplianceTable { get; init; } = [];

    /// <summary>Ring by which coverage is judged, seconds, 1 to 3,600.</summary>
    public int CoverageSeconds { get; init; } = 300;

    /// <summary>Share of time a responder is busy, for expected coverage, 0 to below 1.</summary>
    public double BusyFraction { get; init; } = 0.3;

    /// <summary>How often patrols are led on, minutes, 1 to 1,440.</summary>
    public int PatrolMinutes { get; init; } = 15;

    /// <summary>After how long a role that waits is offered to the neighbour cities, seconds; null: never.</summary>
    public int? AidAfterSeconds { get; init; }
}

/// <summary>One layer of the layered rule.</summary>
/// <param name="Kinds">Kinds of responder.</param>
/// <param name="WithinSeconds">Asked only when somebody of it arrives within so many seconds.</param>
public sealed record PolicyLayer(IReadOnlyList<string> Kinds, int WithinSeconds);

/// <summary>How long things take. All but the times on scene are ours, for want of a source.</summary>
public sealed record ServiceTimes
{
    /// <summary>From the report until somebody may be sent.</summary>
    public Distribution Processing { get; init; } = new(DistributionShape.Lognormal, 45, 0.6);

    /// <summary>Coefficient of variation of the turnout around what the responder's profile says, 0 to 2.</summary>
    public double TurnoutCv { get; init; } = 0.3;

    /// <summary>Shape of the time on scene around the mean that the city's demand gives for each type; its own mean is not read.</summary>
    public Distribution OnScene { get; init; } = new(DistributionShape.Lognormal, 0, 0.7);

    /// <summary>Times on scene of some types, in place of that.</summary>
    public IReadOnlyDictionary<string, Distribution> OnSceneByType { get; init; } = new Dictionary<string, Distribution>();

    /// <summary>Share of the incidents of a cell with open key targets that happen in one of them, 0 to 1.</summary>
    public double TargetShare { get; init; } = 0.1;

    /// <summary>Travel time of trips without haste (on the way back, and to calls below <see cref="CalmBelow"/>) as a multiple, 1 to 5.</summary>
    public double CalmFactor { get; init; } = 1;

    /// <summary>Calls below this severity are driven to without haste; null: all are urgent.</summary>
    public IncidentSeverity? CalmBelow { get; init; }

    /// <summary>Carrying the injured away; null: nobody does.</summary>
    public TransportTimes? Transport { get; init; }
}

/// <summary>Carrying the injured away: the crew that came drives to the nearest of the places and hands over there.</summary>
/// <param name="Share">Share of incidents, 0 to 1.</param>
/// <param name="Places">Where to.</param>
/// <param name="Handover">How long it takes there.</param>
public sealed record TransportTimes(double Share, IReadOnlyList<Domain.Geography.GeoPoint> Places, Distribution Handover);

/// <summary>Calls as they are given or were fitted.</summary>
/// <param name="CallsPerDay">Calls a day, 0 to 1,000,000.</param>
/// <param name="Cells">Share by cell id; cells not named: none. They are scaled to add to 1.</param>
/// <param name="Hours">168 factors by hour of the week, Monday 00 first; scaled to a mean of 1.</param>
/// <param name="Mix">Types and severities with shares, scaled to add to 1, and mean times on scene.</param>
/// <param name="Shapes">Types that come elsewhere and at other hours than the rest; null: none.</param>
public sealed record GivenDemand(
    double CallsPerDay, IReadOnlyDictionary<string, double> Cells, IReadOnlyList<double> Hours, IReadOnlyList<CrowdShare> Mix, IReadOnlyList<TypeShape>? Shapes = null);

/// <summary>Where and when the calls of one type come, in place of <see cref="GivenDemand.Cells"/> and <see cref="GivenDemand.Hours"/>; how many there are is said by the mix.</summary>
/// <param name="Type">The type.</param>
/// <param name="Cells">Share by cell id; cells not named: none.</param>
/// <param name="Hours">168 factors by hour of the week, Monday 00 first.</param>
public sealed record TypeShape(string Type, IReadOnlyDictionary<string, double> Cells, IReadOnlyList<double> Hours);

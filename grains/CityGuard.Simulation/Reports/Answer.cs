using CityGuard.Simulation.Engine;
using CityGuard.Simulation.Statistics;

namespace CityGuard.Simulation.Reports;

/// <summary>The answer to a what-if: figures with intervals, scenario by scenario, and how each differs from the first. Shares are 0 to 1, times seconds.</summary>
/// <param name="City">Name of the city.</param>
/// <param name="CityHash">Hash of its package.</param>
/// <param name="Seed">Seed.</param>
/// <param name="Replications">Replications that count.</param>
/// <param name="Days">Days counted in each.</param>
/// <param name="Level">Level of the intervals.</param>
/// <param name="DifferenceLevel">Level of each difference, so that all together hold with the other (Bonferroni).</param>
/// <param name="Scenarios">One each.</param>
/// <param name="Differences">Of each scenario after the first.</param>
public sealed record Answer(
    string City, string CityHash, ulong Seed, int Replications, double Days, double Level, double DifferenceLevel, IReadOnlyList<ScenarioFigures> Scenarios, IReadOnlyList<ScenarioDifference> Differences);

/// <summary>Figures of one scenario.</summary>
/// <param name="Name">Name.</param>
/// <param name="Version">Version of its text.</param>
/// <param name="Note">Why it was made.</param>
/// <param name="Whole">Of all incidents.</param>
/// <param name="Groups">By severity, ring, grade, class, sector, type and hour.</param>
/// <param name="Percentiles">Of the response and its parts, then of the response by severity.</param>
/// <param name="Totals">Queued, escalated and so on, a day.</param>
/// <param name="WorstCells">Cells with the most late incidents.</param>
/// <param name="WorstTargets">Targets with the most late incidents.</param>
/// <param name="Responders">What each did.</param>
/// <param name="CoverageLost">Share of calls that nobody could have reached in time, by minute of the day.</param>
/// <param name="Curve">Share of all first responses done by so many seconds: at 0, 30, 60 ... seconds.</param>
public sealed record ScenarioFigures(
    string Name,
    int Version,
    string Note,
    GroupFigures Whole,
    IReadOnlyList<GroupFigures> Groups,
    IReadOnlyList<PercentileFigures> Percentiles,
    IReadOnlyList<NamedEstimate> Totals,
    IReadOnlyList<PlaceFigures> WorstCells,
    IReadOnlyList<PlaceFigures> WorstTargets,
    IReadOnlyList<ResponderFigures> Responders,
    IReadOnlyList<double> CoverageLost,
    IReadOnlyList<double> Curve);

/// <summary>Figures of one group of incidents. Mean response and late share stand side by side: what makes one better may make the other worse.</summary>
/// <param name="Dimension">By what it is grouped.</param>
/// <param name="Key">Which group, e.g. a sector id.</param>
/// <param name="PerDay">Incidents a day.</param>
/// <param name="Within">Share within standard: the circle of the place met by those who came, from the alert.</param>
/// <param name="Late">1 - within.</param>
/// <param name="First">Share where the first who counts was in time.</param>
/// <param name="ClocksKept">Of those whose plan has clocks, share where all were kept.</param>
/// <param name="MeanResponse">Mean from receipt to the first on scene.</param>
/// <param name="Unserved">Share where a role was never filled.</param>
public sealed record GroupFigures(
    Dimension Dimension, string Key, double PerDay, Estimate Within, Estimate Late, Estimate First, Estimate ClocksKept, Estimate MeanResponse, Estimate Unserved);

/// <summary>Percentiles of a time.</summary>
/// <param name="Of">Part of the response, or severity.</param>
public sealed record PercentileFigures(string Of, Estimate P50, Estimate P80, Estimate P90, Estimate P95);

/// <summary>A figure with a name.</summary>
public sealed record NamedEstimate(string Name, Estimate Value);

/// <summary>A place with its incidents over all replications.</summary>
public sealed record PlaceFigures(string Id, double PerDay, double LateShare, double LatePerDay);

/// <summary>What one responder did, over all replications.</summary>
/// <param name="Utilisation">Share of the time held by incidents.</param>
/// <param name="KmPerDay">Kilometres a day: straight lines between cells times 1.3.</param>
/// <param name="AssignmentsPerDay">Assignments a day.</param>
public sealed record ResponderFigures(string Id, string Class, double Utilisation, double KmPerDay, double AssignmentsPerDay);

/// <summary>How a scenario differs from the first, night by night: positive is more.</summary>
public sealed record ScenarioDifference(string Of, string From, IReadOnlyList<NamedEstimate> Figures, IReadOnlyList<GroupDifference> Groups);

/// <summary>How one group differs.</summary>
public sealed record GroupDifference(Dimension Dimension, string Key, Estimate Within, Estimate MeanResponse);

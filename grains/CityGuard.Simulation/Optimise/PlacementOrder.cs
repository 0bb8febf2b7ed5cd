namespace CityGuard.Simulation.Optimise;

/// <summary>What is asked of the optimiser.</summary>
/// <param name="Kind">Kind of responder that is placed.</param>
/// <param name="Goal">What is to be as good as possible.</param>
/// <param name="Moves">How many of those present may be moved, 0 or more.</param>
/// <param name="Add">How many are added, 0 or more; they are called by the prefix.</param>
/// <param name="RingSeconds">Ring by which coverage is judged; null: the standard of each cell.</param>
/// <param name="BusyFraction">Share of time a responder is busy, for expected coverage, 0 to below 1.</param>
/// <param name="Candidates">Cell ids where somebody may be placed; null: one in each beat, or sector, where most calls come from, and all posts.</param>
/// <param name="Seconds">Longest search, seconds.</param>
/// <param name="Exact">True: an exact solver goes on from there, as long again (coverage only).</param>
/// <param name="Prefix">Prefix of the ids of those who are added.</param>
public sealed record PlacementOrder(
    string Kind,
    PlacementGoal Goal = PlacementGoal.ExpectedCoverage,
    int Moves = 0,
    int Add = 0,
    int? RingSeconds = null,
    double BusyFraction = 0.3,
    IReadOnlyList<string>? Candidates = null,
    double Seconds = 5,
    bool Exact = false,
    string Prefix = "new-");

/// <summary>One step of a suggestion.</summary>
/// <param name="Who">Responder that is moved; null: a new one.</param>
/// <param name="From">Cell it leaves; null: none.</param>
/// <param name="To">Cell it goes to.</param>
/// <param name="Gain">What this step adds after those before it, in the goal's measure.</param>
public sealed record PlacementStep(string? Who, string? From, string To, double Gain);

/// <summary>A suggestion with its proof.</summary>
/// <param name="Goal">Goal.</param>
/// <param name="Before">Value at present: for shares 0 to 1, for mean time seconds.</param>
/// <param name="After">Value of the suggestion.</param>
/// <param name="Bound">No placement under the order can be better.</param>
/// <param name="Gap">How far from the best it may be, as a share of the bound.</param>
/// <param name="Steps">What is moved, the greatest gain first.</param>
/// <param name="Scenario">The suggestion as a scenario like any other.</param>
public sealed record Suggestion(PlacementGoal Goal, double Before, double After, double Bound, double Gap, IReadOnlyList<PlacementStep> Steps, Scenarios.Scenario Scenario);

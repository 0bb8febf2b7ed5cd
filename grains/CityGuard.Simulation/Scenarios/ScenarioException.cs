namespace CityGuard.Simulation.Scenarios;

/// <summary>Something that is wrong with a scenario.</summary>
/// <param name="Path">Where, e.g. <c>$.edits[2].who[0]</c>.</param>
/// <param name="Reason">What, and what would be right.</param>
public sealed record ScenarioProblem(string Path, string Reason)
{
    public override string ToString() => $"{Path}: {Reason}";
}

/// <summary>A scenario that cannot be played, with all that is wrong with it.</summary>
public sealed class ScenarioException(IReadOnlyList<ScenarioProblem> problems)
    : Exception(string.Join(Environment.NewLine, problems))
{
    public IReadOnlyList<ScenarioProblem> Problems { get; } = problems;
}

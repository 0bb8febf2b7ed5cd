namespace CityGuard.Simulation.Scenarios;

/// <summary>Says what is wrong with a scenario without making it ready to be played.</summary>
public static class ScenarioCheck
{
    /// <summary>Everything that is wrong with it in this city; nothing when it can be played.</summary>
    public static IReadOnlyList<ScenarioProblem> Problems(SimulationCity city, Scenario scenario)
    {
        try
        {
            DeploymentMaker.Make(city, scenario);
            return [];
        }
        catch (ScenarioException error)
        {
            return error.Problems;
        }
    }
}

using CityGuard.Simulation.Demand;
using CityGuard.Simulation.Engine;
using CityGuard.Simulation.Scenarios;

namespace CityGuard.Simulation.Runs;

/// <summary>A scenario checked and made ready to be played, shared by all threads.</summary>
public sealed class PreparedScenario
{
    private PreparedScenario(Scenario scenario, World world, DemandTable demand, NightTime time, ScenarioLabels labels)
    {
        (Scenario, World, Demand, Time, Labels) = (scenario, world, demand, time, labels);
        Shape = new TallyShape(
            [1, 4, world.Standards.Length, 4, Math.Max(1, world.Classes), labels.Sectors.Count, world.Calls.Length, 168],
            world.X.Length, world.UnitsOfTarget.Length, world.Units.Length);
    }

    public Scenario Scenario { get; }

    /// <summary>What its groups, cells and responders are called.</summary>
    public ScenarioLabels Labels { get; }

    /// <summary>Days that are counted.</summary>
    public double Days => (Time.Horizon - Time.Warm) / 86_400_000.0;

    internal World World { get; }

    internal DemandTable Demand { get; }

    internal NightTime Time { get; }

    internal TallyShape Shape { get; }

    /// <summary>Prepares several scenarios side by side.</summary>
    /// <exception cref="ScenarioException">One of them cannot be played in this city, or they are of different times.</exception>
    public static IReadOnlyList<PreparedScenario> MakeAll(SimulationCity city, IReadOnlyList<Scenario> scenarios)
    {
        var prepared = new PreparedScenario[scenarios.Count];
        var wrong = new ScenarioException?[scenarios.Count];
        Parallel.For(0, prepared.Length, i =>
        {
            try
            {
                prepared[i] = Make(city, scenarios[i]);
            }
            catch (ScenarioException error)
            {
                wrong[i] = error;
            }
        });
        if (wrong.FirstOrDefault(error => error is not null) is { } first)
            throw first;
        // Differences are taken night by night: it must be the same night.
        var other = Array.FindIndex(prepared, one => one.Time != prepared[0].Time);
        return other < 0 ? prepared : throw new ScenarioException(
            [new ScenarioProblem("$.time", $"{scenarios[other].Name} begins at another minute of the week, or is played for another time, than {scenarios[0].Name}: their nights cannot be compared")]);
    }

    /// <summary>Prepares a scenario.</summary>
    /// <exception cref="ScenarioException">It cannot be played in this city: everything that is wrong with it is named.</exception>
    public static PreparedScenario Make(SimulationCity city, Scenario scenario)
    {
        var deployment = DeploymentMaker.Make(city, scenario);
        var time = NightTime.Of(scenario, TimeZoneInfo.FindSystemTimeZoneById(city.City.Manifest.TimeZone));
        var calls = new CallTable(deployment.Demand, scenario.Service);
        var demand = DemandMaker.Make(deployment, calls, time);
        var (world, classes) = WorldMaker.Make(deployment, calls, time);
        return new PreparedScenario(scenario, world, demand, time, ScenarioLabels.Of(city.City, deployment, world, classes));
    }
}

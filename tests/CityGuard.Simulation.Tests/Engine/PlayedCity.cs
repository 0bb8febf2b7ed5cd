using CityGuard.Cities.Sample;
using CityGuard.Simulation.Chance;
using CityGuard.Simulation.Demand;
using CityGuard.Simulation.Engine;
using CityGuard.Simulation.Runs;
using CityGuard.Simulation.Scenarios;

namespace CityGuard.Simulation.Tests.Engine;

/// <summary>The sample city, ready to be played.</summary>
internal static class PlayedCity
{
    public static readonly SimulationCity Sample = new(SampleCity.Build());

    public static Scenario Scenario(params Edit[] edits)
        => new("test", Sample.City.Manifest.Hash) { Time = new ScenarioTime(0, 3, 6), Edits = edits };

    /// <summary>Calls so many that there are not enough responders.</summary>
    public static Scenario Busy(double factor = 8) => Scenario(new DemandEdit(factor));

    public static Tally Play(Scenario scenario, ulong seed = 1, int replication = 0, bool everybody = false)
    {
        var prepared = PreparedScenario.Make(Sample, scenario);
        var night = new Replication(prepared.World, prepared.Time.Warm, prepared.Time.Horizon) { LooksAtEverybody = everybody };
        var tape = new IncidentTape();
        prepared.Demand.Write(tape, seed, replication);
        var tally = new Tally(prepared.Shape);
        night.Run(tape, tally, StreamKey.Of(seed, replication, -2));
        return tally;
    }
}

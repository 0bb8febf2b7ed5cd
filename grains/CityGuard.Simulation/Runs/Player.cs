using CityGuard.Simulation.Chance;
using CityGuard.Simulation.Demand;
using CityGuard.Simulation.Engine;
using CityGuard.Simulation.Statistics;

namespace CityGuard.Simulation.Runs;

/// <summary>Plays replications of one scenario on one thread.</summary>
internal sealed class Player(PreparedScenario scenario)
{
    private const int LookStream = -2;

    private readonly Replication _night = new(scenario.World, scenario.Time.Warm, scenario.Time.Horizon);
    private readonly IncidentTape _tape = new();

    /// <summary>Plays one replication: the same seed and number give the same counts wherever it is played.</summary>
    public Outcome Play(ulong seed, int replication, Tally tally)
    {
        scenario.Demand.Write(_tape, seed, replication);
        _night.Run(_tape, tally, StreamKey.Of(seed, replication, LookStream));
        return Outcome.Of(replication, tally);
    }

    /// <summary>Plays one replication and tells the response to each given incident that somebody reached, milliseconds.</summary>
    public IEnumerable<(int Given, long Milliseconds)> Responses(ulong seed, int replication, Tally tally)
    {
        _night.Responses = new Dictionary<int, long>();
        Play(seed, replication, tally);
        foreach (var (number, response) in _night.Responses)
            if (_tape[number].Given >= 0)
                yield return (_tape[number].Given, response);
        _night.Responses = null;
    }
}

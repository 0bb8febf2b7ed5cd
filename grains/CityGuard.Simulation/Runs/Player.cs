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

    /// <summary>Plays one replication and tells every arrival at a given incident, in the order in which they were certain.</summary>
    public IEnumerable<Trip> Trips(ulong seed, int replication, Tally tally)
    {
        _night.Course = [];
        Play(seed, replication, tally);
        foreach (var came in _night.Course)
        {
            ref readonly var incident = ref _tape[came.Incident];
            if (incident.Given >= 0)
                yield return new Trip(incident.Given, scenario.World.Units[came.Unit].Id, Since(came.Assigned, incident.Received), Since(came.OnScene, incident.Received));
        }

        _night.Course = null;
    }

    private static TimeSpan Since(long at, long received) => TimeSpan.FromMilliseconds(at - received);
}

/// <summary>How somebody came to a given incident.</summary>
/// <param name="Given">Number of the incident among those given, from 0.</param>
/// <param name="Responder">Who came.</param>
/// <param name="Assigned">When it was sent, since the report.</param>
/// <param name="OnScene">When it was there, since the report.</param>
public sealed record Trip(int Given, string Responder, TimeSpan Assigned, TimeSpan OnScene);

/// <summary>The course of a scenario's given incidents, one by one.</summary>
public static class Trajectory
{
    /// <summary>All arrivals at its given incidents in one replication, by incident and then by arrival.</summary>
    public static IReadOnlyList<Trip> Of(PreparedScenario scenario, ulong seed, int replication)
        => [.. new Player(scenario).Trips(seed, replication, new Tally(scenario.Shape)).OrderBy(trip => trip.Given).ThenBy(trip => trip.OnScene).ThenBy(trip => trip.Responder, StringComparer.Ordinal)];
}

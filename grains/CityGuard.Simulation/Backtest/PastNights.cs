using CityGuard.Cities;
using CityGuard.Domain.Targets;
using CityGuard.Simulation.Demand;
using CityGuard.Simulation.Engine;
using CityGuard.Simulation.Runs;
using CityGuard.Simulation.Scenarios;

namespace CityGuard.Simulation.Backtest;

/// <summary>Plays past incidents under a deployment, plan or policy: the incidents are given, only the times of crews are chance.</summary>
public static class PastNights
{
    private const int MostDays = 366;

    /// <summary>The scenario with the past incidents in place of the city's demand. Other edits of demand are left out: the past had the calls it had.</summary>
    /// <param name="records">In order of time, over no more than a year.</param>
    /// <exception cref="ScenarioException">The records span more than a year.</exception>
    public static Scenario Of(Scenario scenario, CityModel city, IReadOnlyList<PastRecord> records)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(city.Manifest.TimeZone);
        var first = records[0].At;
        var days = Math.Max(0.01, (records[^1].At - first).TotalDays + 1e-6);
        if (days > MostDays)
            throw new ScenarioException([new ScenarioProblem("records", $"they span {days:F0} days, and {MostDays} at most can be played at once")]);
        return scenario with
        {
            Live = null,
            Time = new ScenarioTime(WeekClock.MinuteOfWeek(first, zone), days, 0),
            Edits =
            [
                .. scenario.Edits.Where(e => e is not (DemandEdit or CrowdEdit or InjectEdit)),
                new DemandEdit(0),
                new InjectEdit([.. records.Select(r => new Injected(
                    (r.At - first).TotalSeconds, r.Type, r.Severity, r.Target >= 0 ? null : city.Cells.Centres[r.Cell], r.Target >= 0 ? city.Targets[r.Target].Id.Value : null, r.OnSceneSeconds))]),
            ],
        };
    }

    /// <summary>Mean response to each past incident under two scenarios, and how much later the first was: its regret.</summary>
    /// <param name="present">What was, or the present.</param>
    /// <param name="other">What might have been.</param>
    /// <param name="replications">Nights to play, 1 or more.</param>
    public static IReadOnlyList<IncidentRegret> Regrets(PreparedScenario present, PreparedScenario other, int replications, ulong seed, CancellationToken cancel = default)
    {
        var (before, after) = (Responses(present, replications, seed, cancel), Responses(other, replications, seed, cancel));
        return [.. before.Select((mean, i) => new IncidentRegret(i, mean, after[i], mean - after[i]))];
    }

    private static double[] Responses(PreparedScenario scenario, int replications, ulong seed, CancellationToken cancel)
    {
        var player = new Player(scenario);
        var tally = new Tally(scenario.Shape);
        var (sums, reached) = (new double[scenario.Demand.Given.Count], new int[scenario.Demand.Given.Count]);
        for (var replication = 0; replication < replications; replication++)
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var trips in player.Trips(seed, replication, tally).GroupBy(trip => trip.Given))
            {
                sums[trips.Key] += trips.Min(trip => trip.OnScene).TotalSeconds;
                reached[trips.Key]++;
            }
        }

        return [.. sums.Select((sum, i) => reached[i] == 0 ? double.NaN : sum / reached[i])];
    }
}

/// <summary>What one past incident would have had otherwise.</summary>
/// <param name="Record">Its place among the records.</param>
/// <param name="BeforeSeconds">Mean response under the first scenario; NaN: nobody came, or nobody is sent.</param>
/// <param name="AfterSeconds">Mean response under the other.</param>
/// <param name="RegretSeconds">The difference: above 0, the other would have been sooner.</param>
public sealed record IncidentRegret(int Record, double BeforeSeconds, double AfterSeconds, double RegretSeconds);

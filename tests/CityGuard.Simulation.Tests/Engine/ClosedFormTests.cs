using CityGuard.Simulation.Engine;
using CityGuard.Simulation.Statistics;
using Shouldly;
using Xunit;

namespace CityGuard.Simulation.Tests.Engine;

/// <summary>
/// What the books say exactly, the engine must say within its 99 % interval: Erlang's formulas, and Larson's hypercube solved by its balance
/// equations. Ways take tenths of a second where service takes hours, so that only who is preferred is left of them.
/// </summary>
public sealed class ClosedFormTests(ITestOutputHelper output)
{
    private const int Replications = 30;
    private const double Level = 0.99;

    [Theory]
    [InlineData(10, 0.8, 0.409180, 0.204590)]
    [InlineData(50, 0.9, 0.363864, 0.072773)]
    public void Waiting_line_of_Erlang(int servers, double load, double waits, double meanWait)
    {
        var tallies = Play(new TextbookCity { CallsPerService = [servers * load], Preferences = [[.. Enumerable.Range(0, servers)]] }, seed: 20261130, services: 8000);
        Holds("P(wait)", waits, tallies, t => (double)t.Queued / Calls(t));
        Holds("Wq", meanWait, tallies, t => t.QueueMilliseconds / 1000.0 / TextbookCity.MeanServiceSeconds / Calls(t));
    }

    [Theory]
    [InlineData(10, 8.0, 0.121661)]
    [InlineData(50, 45.0, 0.054104)]
    [InlineData(3, 3.0, 0.346154)]
    public void Lost_calls_of_Erlang(int servers, double load, double lost)
    {
        var tallies = Play(
            new TextbookCity { CallsPerService = [load], Preferences = [[.. Enumerable.Range(0, servers)]], Queues = false }, seed: 20261131, services: 3000);
        Holds("lost", lost, tallies, t => (double)t.Count(Dimension.All, 0, Metric.Unserved) / Calls(t));
    }

    // Rates in units of the service rate; unit 1 helps out first everywhere.
    [Theory]
    [InlineData(1.0, false, 0.674089, 0.654971, 0.632479)]
    [InlineData(0.5, true, 0.522329, 0.501441, 0.476231)]
    public void Hypercube_of_three(double rate, bool queues, params double[] busy)
        => Utilisations(
            new TextbookCity { CallsPerService = [rate, rate, rate], Preferences = [[0, 1, 2], [1, 0, 2], [2, 0, 1]], Queues = queues }, [.. busy.Select((share, unit) => (unit, share))]);

    // Units in the middles of nine equal parts, atoms in those of eighteen; the nearer first, ties to the lower index.
    [Fact]
    public void Hypercube_of_nine_on_a_line()
    {
        const int Atoms = 18, Units = 9;
        int[][] preferences = [.. Enumerable.Range(0, Atoms).Select(atom => Enumerable.Range(0, Units)
            .OrderBy(unit => Math.Abs((2 * atom) + 1 - ((4 * unit) + 2))).ThenBy(unit => unit).ToArray())];
        var city = new TextbookCity { CallsPerService = [.. Enumerable.Repeat(0.25, Atoms)], Preferences = preferences, Queues = false };
        var tallies = Utilisations(city, [(0, 0.435234), (4, 0.513051)]);
        Holds("lost", 0.023567, tallies, t => (double)t.Count(Dimension.All, 0, Metric.Unserved) / Calls(t));
    }

    private Tally[] Utilisations(TextbookCity city, (int Unit, double Busy)[] expected)
    {
        const double Services = 4000;
        var tallies = Play(city, seed: 20261132, services: Services);
        foreach (var (unit, busy) in expected)
            Holds($"busy {unit}", busy, tallies, t => t.Busy[unit] / 1000.0 / TextbookCity.MeanServiceSeconds / Services);
        return tallies;
    }

    private static Tally[] Play(TextbookCity city, ulong seed, double services)
    {
        var tallies = new Tally[Replications];
        Parallel.For(0, Replications, replication => tallies[replication] = city.Play(seed, replication, services));
        return tallies;
    }

    private static double Calls(Tally tally) => tally.Count(Dimension.All, 0, Metric.Incidents);

    private void Holds(string what, double exact, Tally[] tallies, Func<Tally, double> value)
    {
        var estimate = Estimate.Of([.. tallies.Select(value)], Level);
        output.WriteLine($"{what}: exact {exact:F6}, simulated {estimate.Mean:F6} +- {estimate.Half:F6}");
        exact.ShouldBeInRange(estimate.Low, estimate.High, what);
        estimate.Half.ShouldBeLessThan(0.05 * exact, $"{what}: an interval this wide would hold anything");
    }
}

using System.Diagnostics;
using CityGuard.Benchmarks.Reporting;

namespace CityGuard.Benchmarks.Whatif;

/// <summary>M/M/10 and M/M/50: the event core of the engine, a plain engine and SimPy, by turns, the median of five. All of one core, and all must find the wait of the books.</summary>
internal static class LineRows
{
    private const int Rounds = 5;
    private const long Ours = 20_000_000, Plains = 5_000_000;
    private const int Theirs = 300_000;
    private const double LeastPlain = 6;

    public static void Run(Report report, int servers, double load, double wait)
    {
        var (ours, plain, theirs) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            var (a, b) = (PerSecond(Ours, n => new EventCore(servers, load, (ulong)round).Run(n)), PerSecond(Plains, n => new PlainEngine(servers, load, (ulong)round).Run(n)));
            if (round == 0)
                continue; // warm
            ours.Add(a);
            plain.Add(b);
            if (SimPy.Run(servers, load, Theirs) is { } peer)
            {
                Check(peer.Wait, 0.2);
                theirs.Add(peer.PerSecond / 1e6);
            }
        }

        var name = $"mmc{servers}";
        report.Add($"{name}_per_s", Median(ours), "M/s");
        report.Add($"{name}_plain_per_s", Median(plain), "M/s");
        if (Median(plain) < LeastPlain)
            report.Void($"{name}_vs_plain", Median(ours) / Median(plain), "times", 3, $"the plain engine made {Median(plain):F1} M/s, below {LeastPlain}");
        else
            report.AtLeast($"{name}_vs_plain", Median(ours) / Median(plain), "times", 3);
        if (theirs.Count == 0)
        {
            report.Void($"{name}_vs_simpy", double.NaN, "times", 150, "SimPy is not installed (tests/CityGuard.Benchmarks/setup installs it)");
            return;
        }

        report.Add($"{name}_simpy_per_s", Median(theirs), "M/s");
        report.AtLeast($"{name}_vs_simpy", Median(ours) / Median(theirs), "times", 150);

        double PerSecond(long customers, Func<long, double> run)
        {
            var clock = Stopwatch.StartNew();
            Check(run(customers), 0.05);
            return customers / clock.Elapsed.TotalSeconds / 1e6;
        }

        void Check(double found, double tolerance)
        {
            if (Math.Abs(found - wait) > tolerance * wait)
                throw new InvalidOperationException($"a mean wait of {found:F4} instead of {wait:F4}: a wrong answer is no fast one");
        }
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}

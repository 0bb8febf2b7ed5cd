using System.Diagnostics;
using System.Globalization;

namespace CityGuard.Benchmarks.Whatif;

/// <summary>The peer that most planners know, on the same line. It imports under Debian's own Python only.</summary>
internal static class SimPy
{
    private const string Python = "/usr/bin/python3";

    private const string Script = """
        import random, sys, time
        try:
            from SimPy.Simulation import Process, Resource, Simulation, hold, release, request
            import SimPy
        except ImportError:
            sys.exit(3)
        servers, load, customers = int(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3])
        draw = random.Random(1)
        waited = served = 0
        sim = Simulation()
        crew = Resource(capacity=servers, sim=sim)
        class Customer(Process):
            def visit(self):
                global waited, served
                came = self.sim.now()
                yield request, self, crew
                waited += self.sim.now() - came
                served += 1
                yield hold, self, draw.expovariate(1)
                yield release, self, crew
        class Source(Process):
            def calls(self):
                for _ in range(customers):
                    one = Customer(sim=self.sim)
                    self.sim.activate(one, one.visit())
                    yield hold, self, draw.expovariate(servers * load)
        sim.initialize()
        source = Source(sim=sim)
        sim.activate(source, source.calls())
        began = time.perf_counter()
        sim.simulate(until=1e12)
        print(served / (time.perf_counter() - began), waited / served, SimPy.__version__)
        """;

    /// <summary>Customers a second; null when it is not installed.</summary>
    public static (double PerSecond, double Wait, string Version)? Run(int servers, double load, int customers)
    {
        if (!File.Exists(Python))
            return null;
        using var process = Process.Start(new ProcessStartInfo(Python, ["-c", Script, $"{servers}", load.ToString(CultureInfo.InvariantCulture), $"{customers}"]) { RedirectStandardOutput = true })!;
        var words = process.StandardOutput.ReadToEnd().Split(' ', StringSplitOptions.TrimEntries);
        process.WaitForExit();
        return process.ExitCode == 0 ? (double.Parse(words[0], CultureInfo.InvariantCulture), double.Parse(words[1], CultureInfo.InvariantCulture), words[2]) : null;
    }
}

using CityGuard.Cities.Generate;
using CityGuard.Cities.Package;
using CityGuard.Tests.Shared;

namespace CityGuard.Benchmarks.Cluster;

/// <summary>A cluster of so many silos over a tenth of Guangzhou, each a process of its own, with Redis and the stand-in for the tables beside them.</summary>
internal sealed class BenchCluster : IAsyncDisposable
{
    private const string Host = "tests/CityGuard.Faults.Host/CityGuard.Faults.Host";
    private const double Scale = 0.1;
    private static readonly Dictionary<string, string> Counting = new() { ["CITYGUARD_TEST_CHANGES"] = "count-messages" };

    private readonly string _folder = Directory.CreateTempSubdirectory("cityguard-cluster-").FullName;
    private volatile IReadOnlyList<string> _doors = [];

    private BenchCluster()
    {
    }

    public ClusterProcesses Processes { get; private set; } = null!;

    public string Key { get; private set; } = "";

    public string Acked => Path.Combine(_folder, "acked");

    public IReadOnlyList<string> Doors => _doors;

    /// <summary>Messages between silos so far, by their own last word.</summary>
    public long Sent => Processes.Nodes.Sum(n => n.Output.Split('\n').LastOrDefault(line => line.StartsWith("sent ", StringComparison.Ordinal)) is { } last ? long.Parse(last[5..], System.Globalization.CultureInfo.InvariantCulture) : 0);

    public static async Task<BenchCluster> Start(int silos)
    {
        var cluster = new BenchCluster();
        var city = Path.Combine(cluster._folder, "city");
        CityPackage.Save(GuangzhouGenerator.Generate(new GuangzhouOptions(Scale: Scale)), city);
        cluster.Processes = await ClusterProcesses.Start(city, cluster._folder);
        for (var silo = 0; silo < silos; silo++)
            await cluster.StartSilo();
        cluster.Key = await cluster.Processes.AddKey("ingest", "read");
        return cluster;
    }

    public async Task<HostProcess> StartSilo(string? url = null)
    {
        var silo = Processes.StartNode(url: url, more: Counting, program: Host);
        await silo.Ready();
        _doors = [.. Processes.Nodes.Select(n => n.Url)];
        return silo;
    }

    public async Task Kill(HostProcess silo)
    {
        await Processes.Kill(silo);
        _doors = [.. Processes.Nodes.Select(n => n.Url)];
    }

    public async ValueTask DisposeAsync()
    {
        await Processes.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

using CityGuard.Faults.Tests.Campaign;
using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.Faults.Tests.Cluster;

/// <summary>A cluster under load, in one test's hands: silos that can be killed, stopped and started again, and the verdict of the checker at the end.</summary>
internal sealed class ClusterCity : IAsyncDisposable
{
    private readonly ITestOutputHelper _output;
    private readonly SamplePackage _folder = new();
    private readonly Dictionary<string, string> _changes;
    private CertificateAuthority? _authority;
    private volatile IReadOnlyList<string> _doors = [];

    private ClusterCity(ITestOutputHelper output, string changes, IReadOnlyDictionary<string, string>? more)
    {
        _output = output;
        _changes = new Dictionary<string, string>(more ?? new Dictionary<string, string>()) { ["CITYGUARD_TEST_CHANGES"] = changes };
    }

    public ClusterProcesses Cluster { get; private set; } = null!;

    public Load Load { get; private set; } = null!;

    /// <summary>A key that may report and read.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Starts so many silos, waits until all boards have answered, and begins the load.</summary>
    /// <param name="output">Where the campaign tells what it did.</param>
    /// <param name="silos">How many.</param>
    /// <param name="changes">What is changed in the hosts; see the host of the tests.</param>
    /// <param name="environment">More for the hosts' environment.</param>
    /// <param name="callers">So many call at once.</param>
    public static async Task<ClusterCity> Start(ITestOutputHelper output, int silos = 3, string changes = "", IReadOnlyDictionary<string, string>? environment = null, int callers = 8)
    {
        var city = new ClusterCity(output, changes, environment);
        try
        {
            city.Cluster = await ClusterProcesses.Start(city._folder.City, city._folder.Data);
            await city.StartSilo();
            await Task.WhenAll(Enumerable.Range(1, silos - 1).Select(_ => city.StartSilo()));
            city.Key = await city.Cluster.AddKey("ingest", "read");
            city.Load = Load.Start(output, city._folder, city.Key, () => city._doors, callers);
            return city;
        }
        catch
        {
            await city.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts silos on machines of their own, each with a certificate, and begins the load.</summary>
    public static async Task<ClusterCity> StartOn(ITestOutputHelper output, Machines machines, int silos)
    {
        var city = new ClusterCity(output, "", null);
        try
        {
            city.Cluster = await ClusterProcesses.Start(city._folder.City, city._folder.Data, machines.ServersAddress);
            city._authority = new CertificateAuthority(city._folder.Data, "ca");
            foreach (var machine in Enumerable.Range(1, silos))
            {
                machines.Add(machine);
                await city.StartSilo(machines, machine);
            }

            city.Key = await city.Cluster.AddKey("ingest", "read");
            city.Load = Load.Start(output, city._folder, city.Key, () => city._doors);
            return city;
        }
        catch
        {
            await city.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a silo on a machine.</summary>
    public async Task<HostProcess> StartSilo(Machines machines, int machine)
    {
        var certificate = _authority!.Issue($"silo-{machine}");
        return await Supervised(() => Cluster.StartNode(
            url: $"http://{machines.CallersAddress(machine)}:5080", more: certificate, under: machines.On(machine), options: ["--endpoint", $"{machines.PeersAddress(machine)}:11111"]));
    }

    /// <summary>Starts a silo, at a given address when it takes the place of another, and waits until every board has answered it.</summary>
    public Task<HostProcess> StartSilo(string? url = null) => Supervised(() => Cluster.StartNode(url: url, more: _changes, program: FaultsHost));

    private static bool IsTakenForDead(HostProcess node) => node.Output.Contains("could not join the cluster", StringComparison.Ordinal) || node.Output.Contains("so that it starts anew", StringComparison.Ordinal);

    /// <summary>
    /// As docs/operations.md wants it: a silo that ends is started again. Several that start at once on two cores may take one of them for dead.
    /// </summary>
    private async Task<HostProcess> Supervised(Func<HostProcess> start)
    {
        for (var tries = 1; ; tries++)
        {
            var node = start();
            try
            {
                await node.Ready();
                OpenDoors();
                return node;
            }
            catch (InvalidOperationException) when (node.HasEnded && tries < MostStarts && IsTakenForDead(node))
            {
                _output.WriteLine($"started again: {node.Output}");
                await Cluster.Kill(node);
            }
        }
    }

    public async Task Kill(HostProcess silo)
    {
        await Cluster.Kill(silo);
        OpenDoors();
    }

    /// <summary>Callers are sent to this silo no more; it goes on.</summary>
    public void CloseDoor(HostProcess silo) => _doors = [.. Cluster.Nodes.Where(n => n != silo).Select(n => n.Url)];

    /// <summary>For another client than those of the load.</summary>
    public Doors NewDoors() => new(() => _doors);

    public void OpenDoors() => _doors = [.. Cluster.Nodes.Select(n => n.Url)];

    /// <summary>Comes to rest, and asks the product's own checker for what the journal says of all that was acknowledged.</summary>
    /// <param name="quiescent">False where something was meant to stay pending.</param>
    public async Task ShouldHaveLostNothing(bool quiescent = true)
    {
        await Load.ComeToRest();
        var (code, text) = await Verify(quiescent);
        code.ShouldBe(0, text);
    }

    public async Task<(int Code, string Text)> Verify(bool quiescent = true)
    {
        string[] rest = quiescent ? ["--quiescent"] : [];
        var (code, text, errors) = await Cluster.Run(["journal", "verify", "--acked", _folder.Notes, .. rest]);
        _output.WriteLine(text);
        errors.ShouldBeEmpty();
        return (code, text);
    }

    public async ValueTask DisposeAsync()
    {
        if (Load is not null)
            await Load.DisposeAsync();
        if (Cluster is not null)
        {
            foreach (var (index, node) in Cluster.Nodes.Index())
                if (TestContext.Current.TestState is { Result: TestResult.Failed } || Environment.GetEnvironmentVariable("CITYGUARD_SHOW_HOSTS") is not null)
                    _output.WriteLine($"silo {index}:\n{node.Output[..Math.Min(node.Output.Length, 4_000)]}");
            await Cluster.DisposeAsync();
        }

        _authority?.Dispose();
        _folder.Dispose();
    }

    private const int MostStarts = 3;
    private const string FaultsHost = "tests/CityGuard.Faults.Host/CityGuard.Faults.Host";
}

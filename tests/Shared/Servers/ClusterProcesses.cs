namespace CityGuard.Tests.Shared;

/// <summary>A cluster as operators run it: Redis, tables, and nodes that are processes of their own, any of which can be killed, stopped or started again.</summary>
public sealed class ClusterProcesses : IAsyncDisposable
{
    private readonly string _city;
    private readonly string _folder;
    private readonly List<HostProcess> _nodes = [];

    // All nodes show the same certificate: it is the authority that counts. Made once, for nodes read the files while others start.
    private readonly Dictionary<string, string>? _certificates;

    private ClusterProcesses(string city, string folder, string servers, CertificateAuthority? authority)
    {
        (_city, _folder, _certificates) = (city, folder, authority?.Issue("node"));
        (Redis, Tables) = (new RedisServer { Address = servers, Authority = authority }, new TableServer { Address = servers });
    }

    public RedisServer Redis { get; }

    public TableServer Tables { get; }

    public string Name { get; } = TableServer.NewCluster();

    /// <summary>Those that are running, in the order in which they were started.</summary>
    public IReadOnlyList<HostProcess> Nodes => _nodes;

    /// <summary>What every node and every command beside them is told.</summary>
    public Dictionary<string, string> Environment
    {
        get
        {
            Dictionary<string, string> told = new(_certificates ?? []);
            (told["CITYGUARD_REDIS"], told["CITYGUARD_TABLES"], told["CITYGUARD_CLUSTER"]) = (Redis.Connection, Tables.Connection, Name);
            if (_certificates is not null)
                told["CITYGUARD_REDISAUTHORITY"] = told["CITYGUARD_AUTHORITY"];
            return told;
        }
    }

    /// <summary>Starts the servers, and no node yet.</summary>
    /// <param name="city">Folder of the compiled city.</param>
    /// <param name="folder">For the nodes' data folders, which hold nothing that must last.</param>
    /// <param name="servers">Where Redis and the tables listen.</param>
    /// <param name="authority">Of the certificates of Redis and all nodes; null: plain connections.</param>
    internal static async Task<ClusterProcesses> Start(string city, string folder, string servers = "127.0.0.1", CertificateAuthority? authority = null)
    {
        var cluster = new ClusterProcesses(city, folder, servers, authority);
        await Task.WhenAll(cluster.Redis.Start(), cluster.Tables.Start());
        return cluster;
    }

    /// <summary>Starts one node more; does not wait until it is ready.</summary>
    /// <param name="role">silo or web.</param>
    /// <param name="url">Where it listens; null: anywhere.</param>
    /// <param name="more">For its environment.</param>
    /// <param name="program">Project and name of another host than the real one.</param>
    /// <param name="under">Commands that start it: a machine, a tracer.</param>
    /// <param name="options">For its command line.</param>
    public HostProcess StartNode(
        string role = "silo", string? url = null, IReadOnlyDictionary<string, string>? more = null, string? program = null, string[]? under = null, params string[] options)
    {
        url ??= $"http://127.0.0.1:{HostProcess.FreePort()}";
        var environment = Environment;
        foreach (var (name, value) in more ?? new Dictionary<string, string>())
            environment[name] = value;
        var node = HostProcess.StartAt(url, Path.Combine(_folder, "node"), environment, program, under, ["--mode", "cluster", "--role", role, "--city", _city, .. options]);
        _nodes.Add(node);
        return node;
    }

    /// <summary>Runs a command beside the cluster.</summary>
    public Task<(int ExitCode, string Output, string Errors)> Run(params string[] arguments) => HostProcess.RunIn(Environment, [.. arguments, "--mode", "cluster"]);

    public async Task<string> AddKey(params string[] scopes)
    {
        var (code, output, errors) = await Run(["key", "add", "--name", "tests", .. scopes.SelectMany(s => new[] { "--scope", s })]);
        return code == 0 ? output.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)[^1] : throw new InvalidOperationException(errors);
    }

    /// <summary>SIGKILL.</summary>
    public async Task Kill(HostProcess node)
    {
        _nodes.Remove(node);
        await node.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes.ToArray())
            await Kill(node);
        await Tables.DisposeAsync();
        await Redis.DisposeAsync();
    }
}

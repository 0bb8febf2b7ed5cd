using System.Diagnostics;
using System.Globalization;
using System.Text;
using CityGuard.Benchmarks.Reporting;
using CityGuard.Cities.Roads;
using CityGuard.Tests.Shared;

namespace CityGuard.Benchmarks.Travel;

/// <summary>A PostgreSQL of the benchmark's own, on a port and in a folder of its own, with pgRouting. PostgreSQL refuses to run as root: it runs as its own user then.</summary>
internal sealed class PgRouting : IAsyncDisposable
{
    public const string Missing = "pgRouting is not installed (tests/CityGuard.Benchmarks/setup installs it)";

    private const string Binaries = "/usr/lib/postgresql/15/bin", Control = "/usr/share/postgresql/15/extension/pgrouting.control";
    private const int Calls = 7;

    private readonly string _folder;
    private readonly int _port;

    private PgRouting(string folder, int port) => (_folder, _port) = (folder, port);

    /// <summary>Starts it; null, said aloud, when it is not installed.</summary>
    public static async Task<PgRouting?> Start(string folder)
    {
        if (!File.Exists(Control) || !Directory.Exists(Binaries))
        {
            Report.Say(Missing);
            return null;
        }

        Directory.CreateDirectory(folder);
        // The server's user must reach the folder through the one above it.
        using (var chmod = Process.Start("chmod", ["a+rwx", Path.GetDirectoryName(folder)!, folder]))
            await chmod.WaitForExitAsync();
        var peer = new PgRouting(folder, HostProcess.FreePort());
        var data = Path.Combine(folder, "data");
        await Shell($"{Binaries}/initdb -D {data} -A trust -U bench > {folder}/log 2>&1");
        await Shell($"{Binaries}/pg_ctl -D {data} -w -l {folder}/log -o '-p {peer._port} -k {folder} -c listen_addresses= -c shared_buffers=256MB -c jit=off -c max_parallel_workers_per_gather=0' start > /dev/null");
        await peer.Query("CREATE EXTENSION pgrouting CASCADE");
        Report.Say("peer: " + (await peer.Query("SELECT 'PostgreSQL ' || current_setting('server_version') || ', pgRouting ' || pgr_version()")).Trim());
        return peer;
    }

    public async Task Load(RoadGraph roads)
    {
        var rows = new StringBuilder();
        for (var node = 0; node < roads.NodeCount; node++)
            for (var arc = roads.FirstArc.Span[node]; arc < roads.FirstArc.Span[node + 1]; arc++)
                rows.Append(CultureInfo.InvariantCulture, $"{arc}\t{node}\t{roads.Head.Span[arc]}\t{roads.Milliseconds.Span[arc]}\n");
        var file = Path.Combine(_folder, "arcs.tsv");
        await File.WriteAllTextAsync(file, rows.ToString());
        await Query($"""
            DROP TABLE IF EXISTS arcs;
            CREATE TABLE arcs (id int, source int, target int, cost float8);
            COPY arcs FROM '{file}';
            ANALYZE arcs;
            """);
    }

    /// <summary>Which nodes each source reaches.</summary>
    public async Task<HashSet<(int From, int Node)>> Reached(int[] sources, int limit)
    {
        var lines = (await Query($"SELECT from_v || ' ' || node FROM {Driving(sources, limit)}")).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. lines.Select(l => l.Split(' ')).Select(p => (int.Parse(p[0], CultureInfo.InvariantCulture), int.Parse(p[1], CultureInfo.InvariantCulture)))];
    }

    /// <summary>
    /// What a further source costs in a call that has read and built the graph anyway: the median call with all sources less the median
    /// call with one, over the sources between. The same connection throughout, after warm calls.
    /// </summary>
    public async Task<double> MillisecondsPerSource(int[][] groups, int limit)
    {
        var each = new List<double>();
        foreach (var group in groups)
        {
            var distinct = group.Distinct().ToArray();
            var script = new StringBuilder("\\timing on\n");
            for (var call = 0; call < Calls; call++)
                script.Append(CultureInfo.InvariantCulture, $"SELECT count(*) FROM {Driving(distinct[..1], limit)};\nSELECT count(*) FROM {Driving(distinct, limit)};\n");
            var times = (await Query(script.ToString())).Split('\n').Where(l => l.StartsWith("Time:", StringComparison.Ordinal))
                .Select(l => double.Parse(l.Split(' ')[1], CultureInfo.InvariantCulture)).Skip(2).ToArray(); // the first pair is warm-up
            each.Add((Median(times.Where((_, i) => i % 2 == 1)) - Median(times.Where((_, i) => i % 2 == 0))) / (distinct.Length - 1));
        }

        return Median(each);
    }

    public async ValueTask DisposeAsync() => await Shell($"{Binaries}/pg_ctl -D {Path.Combine(_folder, "data")} -m fast stop > /dev/null");

    private static string Driving(int[] sources, int limit)
        => string.Create(CultureInfo.InvariantCulture, $"pgr_drivingDistance('SELECT id, source, target, cost FROM arcs', ARRAY[{string.Join(',', sources)}], {limit}, directed => true)");

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private async Task<string> Query(string sql)
    {
        var file = Path.Combine(_folder, "query.sql");
        await File.WriteAllTextAsync(file, sql);
        return await Shell($"{Binaries}/psql -h {_folder} -p {_port} -U bench -d postgres -v ON_ERROR_STOP=1 -qtA -f {file}");
    }

    private static async Task<string> Shell(string line)
    {
        string[] command = Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--", "sh", "-c", line] : ["sh", "-c", line];
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{line}: {await errors}");
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace CityGuard.Tests.Shared;

/// <summary>
/// The host as users run it: its own process, known by its own pid, which can be killed without mercy.
/// </summary>
public sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4), PatienceWithBuild = TimeSpan.FromMinutes(10);
    private readonly Process _process;
    private readonly bool _byReadme;
    private bool _disposed;
    private readonly List<string> _output = [];
    private readonly TaskCompletionSource<string> _link = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(Process process, string url, bool byReadme = false)
    {
        (_process, _byReadme) = (process, byReadme);
        Url = url;
        Http = new HttpClient { BaseAddress = new Uri(url) };
    }

    public string Url { get; }

    public HttpClient Http { get; }

    /// <summary>Its own pid; not of one that was started by the README's command.</summary>
    public int Pid => _byReadme ? throw new InvalidOperationException("this is the pid of dotnet run") : _process.Id;

    public bool HasEnded => _process.HasExited;

    /// <summary>Everything the process has printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return string.Join('\n', _output);
        }
    }

    /// <summary>Starts the host of this build on a free loopback port; does not wait until it is ready.</summary>
    public static HostProcess Start(string dataFolder, params string[] more)
        => StartAt($"http://127.0.0.1:{FreePort()}", dataFolder, more);

    /// <summary>Starts with more in its environment than the tests have themselves.</summary>
    public static HostProcess StartWith(IReadOnlyDictionary<string, string> environment, string dataFolder, params string[] more)
        => StartAt($"http://127.0.0.1:{FreePort()}", dataFolder, environment, null, null, more);

    /// <summary>Starts at a given address: the one that clients of a host that was killed still know.</summary>
    public static HostProcess StartAt(string url, string dataFolder, params string[] more) => StartAt(url, dataFolder, new Dictionary<string, string>(), null, null, more);

    /// <summary>Starts in an environment of its own: connection strings are not for the command line.</summary>
    /// <param name="url">Where it listens.</param>
    /// <param name="dataFolder">Its data.</param>
    /// <param name="environment">Added to this process's own.</param>
    /// <param name="program">Folder of the project and name of another host than the real one, without its ending.</param>
    /// <param name="under">Commands that start it: a machine, a tracer.</param>
    /// <param name="more">More of its command line.</param>
    public static HostProcess StartAt(string url, string dataFolder, IReadOnlyDictionary<string, string> environment, string? program, string[]? under, params string[] more)
    {
        var host = new HostProcess(Launch(["--urls", url, "--data", dataFolder, .. more], environment, program, under), url);
        host.Listen();
        return host;
    }

    /// <summary>Starts, and waits until every board has answered.</summary>
    public static async Task<HostProcess> StartReady(string dataFolder, params string[] more)
    {
        var host = Start(dataFolder, more);
        await host.Ready();
        return host;
    }

    /// <summary>Starts by the README's own command, on a free port and a folder of its own, and waits until every board has answered.</summary>
    public static async Task<HostProcess> RunReady(string dataFolder)
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        var host = new HostProcess(Launch(DotnetRun.Command(Root()), ["--urls", url, "--data", dataFolder]), url, byReadme: true);
        host.Listen();
        try
        {
            await host.Ready();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a command of the host to its end.</summary>
    public static Task<(int ExitCode, string Output, string Errors)> Run(params string[] arguments) => RunIn(new Dictionary<string, string>(), arguments);

    /// <summary>Runs a command of the host to its end, in an environment of its own.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunIn(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        using var process = Launch(arguments, environment);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }

    /// <summary>A key made by the product's own command.</summary>
    public static async Task<string> AddKey(string dataFolder, params string[] scopes)
    {
        var (code, output, errors) = await Run(["key", "add", "--data", dataFolder, "--name", "tests", .. scopes.SelectMany(s => new[] { "--scope", s })]);
        return code == 0 ? output.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)[^1] : throw new InvalidOperationException(errors);
    }

    public async Task<JsonElement> Ready()
    {
        var (deadline, patience) = (Stopwatch.StartNew(), _byReadme ? PatienceWithBuild : Patience);
        while (deadline.Elapsed < patience)
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"the host ended with {_process.ExitCode}:\n{Output}");
            try
            {
                using var answer = await Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (answer.StatusCode == HttpStatusCode.OK)
                    return await answer.Content.ReadFromJsonAsync<JsonElement>();
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100);
        }

        throw new TimeoutException($"not ready within {patience}:\n{Output}");
    }

    /// <summary>The one-time sign-in link that it printed.</summary>
    public Task<string> SignInLink() => _link.Task.WaitAsync(Patience);

    /// <summary>SIGKILL to the host's own pid: nothing is flushed, nobody is told.</summary>
    public async Task Kill()
    {
        if (_byReadme)
        {
            await DotnetRun.Kill(_process);
            return;
        }

        _process.Kill(entireProcessTree: false);
        await _process.WaitForExitAsync().WaitAsync(Patience);
    }

    /// <summary>Waits for it to end by itself.</summary>
    public async Task<int> Exited()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _disposed = true;
        Http.Dispose();
        if (!_process.HasExited)
            await Kill();
        _process.Dispose();
    }

    /// <summary>A port that nobody has, and that no outgoing connection is given either before its server has it: those come from 32,768 upwards.</summary>
    public static int FreePort()
    {
        while (true)
        {
            using var probe = new TcpListener(IPAddress.Loopback, Random.Shared.Next(12_000, 32_000));
            try
            {
                probe.Start();
                return ((IPEndPoint)probe.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // Somebody has it: another one.
            }
        }
    }

    private static Process Launch(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string? program = null, string[]? under = null)
    {
        string[] command = [.. under ?? [], "dotnet", HostAssembly(program ?? "silo/CityGuard.Silo/cityguard")];
        var start = new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = Path.GetTempPath() };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Launch(start, arguments);
    }

    private static Process Launch(ProcessStartInfo start, IEnumerable<string> arguments)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
    }

    private void Listen()
    {
        _process.OutputDataReceived += (_, e) => Heard(e.Data);
        _process.ErrorDataReceived += (_, e) => Heard(e.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Heard(string? line)
    {
        if (line is null)
            return;
        lock (_output)
            _output.Add(line);
        var at = line.IndexOf("http", StringComparison.Ordinal);
        if (at >= 0 && line.Contains("/signin?token=", StringComparison.Ordinal))
            _link.TrySetResult(line[at..].Trim());
    }

    // The same configuration as the tests: a Debug run must not start a stale Release host.
    private static string HostAssembly(string program)
    {
        var configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
        return Path.Combine(Root(), Path.GetDirectoryName(program)!, "bin", configuration, "net10.0", Path.GetFileName(program) + ".dll");
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}

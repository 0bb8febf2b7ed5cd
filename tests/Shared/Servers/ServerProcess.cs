using System.Diagnostics;
using System.Net.Sockets;

namespace CityGuard.Tests.Shared;

/// <summary>A server that the tests start for themselves on a free loopback port, and stop by its own pid.</summary>
public abstract class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly List<string> _output = [];
    private Process? _process;

    /// <summary>Where it listens.</summary>
    public string Address { get; init; } = "127.0.0.1";

    public int Port { get; } = HostProcess.FreePort();

    public int Pid => _process?.Id ?? throw new InvalidOperationException("it is not running");

    /// <summary>Starts it, also again after <see cref="Kill"/>, on the same port; answers when it listens.</summary>
    public async Task Start()
    {
        var start = Command();
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start");
        process.OutputDataReceived += (_, e) => Heard(e.Data);
        process.ErrorDataReceived += (_, e) => Heard(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _process = process;
        await Until.True(() => process.HasExited ? throw new InvalidOperationException($"{start.FileName} ended with {process.ExitCode}: {Output}") : Listens(), Patience);
    }

    public async ValueTask InitializeAsync() => await Start();

    public async Task Kill()
    {
        if (_process is not { } process)
            return;
        _process = null;
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Kill();
        GC.SuppressFinalize(this);
    }

    protected abstract ProcessStartInfo Command();

    private string Output
    {
        get
        {
            lock (_output)
                return string.Join('\n', _output);
        }
    }

    private async Task<bool> Listens()
    {
        using var probe = new TcpClient();
        try
        {
            await probe.ConnectAsync(Address, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private void Heard(string? line)
    {
        if (line is null)
            return;
        lock (_output)
            _output.Add(line);
    }
}

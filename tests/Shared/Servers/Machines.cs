using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace CityGuard.Tests.Shared;

/// <summary>
/// Machines of a small network, each a network namespace: one cable to the servers and the callers, another to the other machines, which can be pulled. It takes root; who is not
/// root skips, unless everything must run.
/// </summary>
internal sealed class Machines : IDisposable
{
    private readonly string _name = "cg" + Guid.NewGuid().ToString("N")[..5];
    private readonly int _net = Random.Shared.Next(16, 250);
    private readonly List<int> _all = [];

    public Machines()
    {
        if (!Try("ip", "link", "add", Front, "type", "bridge"))
        {
            if (Environment.GetEnvironmentVariable("CITYGUARD_REQUIRE_ALL") is { Length: > 0 })
                Assert.Fail("networks cannot be made here");
            Assert.Skip("networks cannot be made here: it takes root");
        }

        Run("ip", "link", "add", Back, "type", "bridge");
        Run("ip", "addr", "add", $"{ServersAddress}/24", "dev", Front);
        Run("ip", "link", "set", Front, "up");
        Run("ip", "link", "set", Back, "up");
    }

    /// <summary>Where servers of all machines listen.</summary>
    public string ServersAddress => $"10.{_net}.1.1";

    private string Front => _name + "f";

    private string Back => _name + "b";

    /// <summary>A machine more.</summary>
    public void Add(int machine)
    {
        _all.Add(machine);
        Run("ip", "netns", "add", Name(machine));
        Run("ip", "-n", Name(machine), "link", "set", "lo", "up");
        Cable(machine, "f", Front, CallersAddress(machine));
        Cable(machine, "b", Back, PeersAddress(machine));
    }

    /// <summary>Where callers reach a machine.</summary>
    public string CallersAddress(int machine) => string.Create(CultureInfo.InvariantCulture, $"10.{_net}.1.{10 + machine}");

    /// <summary>Where the other machines reach it.</summary>
    public string PeersAddress(int machine) => string.Create(CultureInfo.InvariantCulture, $"10.{_net}.2.{10 + machine}");

    /// <summary>What goes before a command to have it run on a machine; the process keeps its pid.</summary>
    public string[] On(int machine) => ["ip", "netns", "exec", Name(machine)];

    /// <summary>Pulls the cable between a machine and the others; servers and callers are still reached.</summary>
    public void Cut(int machine) => Run("ip", "link", "set", Port(machine, "b"), "down");

    public void Mend(int machine) => Run("ip", "link", "set", Port(machine, "b"), "up");

    public void Dispose()
    {
        foreach (var machine in _all)
            Try("ip", "netns", "del", Name(machine));
        Try("ip", "link", "del", Front);
        Try("ip", "link", "del", Back);
    }

    private void Cable(int machine, string side, string bridge, string address)
    {
        Run("ip", "link", "add", Port(machine, side), "type", "veth", "peer", "name", "eth" + side, "netns", Name(machine));
        Run("ip", "link", "set", Port(machine, side), "master", bridge);
        Run("ip", "link", "set", Port(machine, side), "up");
        Run("ip", "-n", Name(machine), "addr", "add", $"{address}/24", "dev", "eth" + side);
        Run("ip", "-n", Name(machine), "link", "set", "eth" + side, "up");
    }

    private string Name(int machine) => string.Create(CultureInfo.InvariantCulture, $"{_name}n{machine}");

    private string Port(int machine, string side) => string.Create(CultureInfo.InvariantCulture, $"{_name}{side}{machine}");

    private static void Run(string command, params string[] arguments)
    {
        if (!Try(command, arguments))
            throw new InvalidOperationException($"{command} {string.Join(' ', arguments)} failed");
    }

    private static bool Try(string command, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // no such command
        }
    }
}

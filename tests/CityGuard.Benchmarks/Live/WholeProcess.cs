using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using CityGuard.Benchmarks.Reporting;
using CityGuard.Cities.Package;
using CityGuard.Tests.Shared;

namespace CityGuard.Benchmarks.Live;

/// <summary>What only a process of its own can tell: time to ready over a full journal, peak memory, idle CPU.</summary>
internal static class WholeProcess
{
    private static readonly TimeSpan Waking = TimeSpan.FromMinutes(2), Settle = TimeSpan.FromSeconds(60), Idle = TimeSpan.FromSeconds(60);

    public static async Task Run(Report report, string package, string folder)
    {
        await ManyIncidents.Write(folder, package, closed: 99_500, open: 500);
        var clock = Stopwatch.StartNew();
        await using var host = HostProcess.Start(folder, "--city", package, "--field", "on");
        await host.Ready();
        report.AtMost("ready_s", clock.Elapsed.TotalSeconds, "s", 15);
        await UntilAllActive(host, package);
        report.Add("all_active_s", clock.Elapsed.TotalSeconds, "s");

        await using var viewer = await Viewer.Watch(host.Url, await host.SignInLink());
        await Task.Delay(Settle);
        var before = Cpu(host.Pid);
        await Task.Delay(Idle);
        report.AtMost("idle_cpu_pct", (Cpu(host.Pid) - before) / Idle * 100, "%", 60);
        report.AtMost("resident_mib", PeakResidentMebibytes(host.Pid), "MiB", 2_048);
        viewer.EnsureWatching();
    }

    private static async Task UntilAllActive(HostProcess host, string package)
    {
        using var http = new HttpClient();
        using var city = CityPackage.Load(package);
        var wanted = LiveCity.Actors(city);
        await Until.True(async () => (await http.GetFromJsonAsync<JsonElement>($"{host.Url}/health/ready")).GetProperty("activeActors").GetInt32() == wanted, Waking);
    }

    private static TimeSpan Cpu(int pid)
    {
        using var process = Process.GetProcessById(pid);
        return process.TotalProcessorTime;
    }

    // VmHWM: the most that was ever resident, mapped files included.
    private static double PeakResidentMebibytes(int pid)
    {
        var line = File.ReadLines($"/proc/{pid}/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}

using System.Diagnostics;

namespace CityGuard.Tests.Shared;

/// <summary>The README's own command. It builds and then waits for a child, the host, whose pid is another than its own.</summary>
internal static class DotnetRun
{
    public static ProcessStartInfo Command(string root)
    {
        var start = new ProcessStartInfo("dotnet", ["run", "-c", "Release", "--project", "silo/CityGuard.Silo", "--"]) { WorkingDirectory = root };
        // Build servers of its own would outlive it.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        return start;
    }

    /// <summary>Kills the host and waits for the command to end by itself; while it still builds, the command and all that it started.</summary>
    public static async Task Kill(Process run)
    {
        if (HostOf(run.Id) is { } pid)
        {
            using var host = Process.GetProcessById(pid);
            host.Kill();
        }
        else
        {
            run.Kill(entireProcessTree: true);
        }

        await run.WaitForExitAsync();
    }

    private static int? HostOf(int run)
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), out var pid) && Read(Path.Combine(folder, "stat")) is { } stat
                && stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1] == $"{run}" && stat.Contains("(cityguard)", StringComparison.Ordinal))
                return pid;
        }

        return null;
    }

    private static string? Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return null; // it ended meanwhile
        }
    }
}

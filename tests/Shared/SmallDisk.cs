using System.Diagnostics;
using CityGuard.Storage;
using Xunit;

namespace CityGuard.Tests.Shared;

/// <summary>A file system of a few megabytes. It takes root to mount one; who is not root skips, unless everything must run.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("cityguard-disk-").FullName;

    public SmallDisk(int megabytes)
    {
        if (Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "none", _path) == 0)
            return;
        Directory.Delete(_path);
        if (Environment.GetEnvironmentVariable("CITYGUARD_REQUIRE_ALL") is { Length: > 0 })
            Assert.Fail("a small file system cannot be mounted here");
        Assert.Skip("a small file system cannot be mounted here: it takes root");
    }

    public DataFolder Data => new(Path.Combine(_path, "data"));

    /// <summary>Somebody has made room.</summary>
    public void Grow(int megabytes)
    {
        if (Run("mount", "-o", $"remount,size={megabytes}m", _path) != 0)
            throw new InvalidOperationException("the small file system does not grow");
    }

    public void Dispose()
    {
        if (Run("umount", _path) == 0)
            Directory.Delete(_path);
    }

    private static int Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}

using Xunit;

namespace CityGuard.Tests.Shared;

/// <summary>The folder of real data beside the repository, which a bare clone does not have.</summary>
internal static class SharedData
{
    /// <summary>A path in the shared data; where it is not there the test is skipped, or fails when nothing may be skipped.</summary>
    public static string Require(params ReadOnlySpan<string> path)
    {
        var wanted = Path.Combine([Root(), .. path]);
        if (Path.Exists(wanted))
            return wanted;
        var reason = $"Needs the real data '{string.Join('/', path!)}' (folder ../shared/data, or CITYGUARD_DATA).";
        Assert.SkipUnless(Environment.GetEnvironmentVariable("CITYGUARD_REQUIRE_ALL") is { Length: > 0 }, reason);
        Assert.Fail(reason);
        return wanted;
    }

    private static string Root()
    {
        if (Environment.GetEnvironmentVariable("CITYGUARD_DATA") is { Length: > 0 } given)
            return given;
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CityGuard.sln")))
            folder = folder.Parent;
        return Path.Combine(folder?.Parent?.FullName ?? ".", "shared", "data");
    }
}

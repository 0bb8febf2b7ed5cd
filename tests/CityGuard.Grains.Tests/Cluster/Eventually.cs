using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Cluster;

internal static class Eventually
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    /// <summary>Asks again until it holds; fails after a deadline with what was seen last.</summary>
    public static async Task Holds(Func<Task<bool>> condition, Func<string> seen, TimeSpan? within = null)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(within ?? Soon, seen());
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}

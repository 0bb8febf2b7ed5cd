using System.Diagnostics;

namespace CityGuard.Tests.Shared;

/// <summary>Waits for a condition that other threads or processes bring about, not for a time.</summary>
internal static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static Task True(Func<bool> condition) => True(() => Task.FromResult(condition()));

    public static async Task True(Func<Task<bool>> condition)
    {
        var waited = Stopwatch.StartNew();
        while (!await condition())
        {
            if (waited.Elapsed > Patience)
                throw new TimeoutException($"not so within {Patience}");
            await Task.Delay(20);
        }
    }
}

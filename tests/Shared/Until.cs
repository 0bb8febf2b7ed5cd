using System.Diagnostics;

namespace CityGuard.Tests.Shared;

/// <summary>Waits for a condition that other threads or processes bring about, not for a time.</summary>
internal static class Until
{
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(2), Pause = TimeSpan.FromMilliseconds(20);

    public static Task True(Func<bool> condition, TimeSpan? patience = null) => True(() => Task.FromResult(condition()), patience);

    /// <param name="condition">What must become so.</param>
    /// <param name="patience">How long at most.</param>
    /// <param name="pause">Between two looks: longer where a look costs the city something and the wait is long.</param>
    public static async Task True(Func<Task<bool>> condition, TimeSpan? patience = null, TimeSpan? pause = null)
    {
        var waited = Stopwatch.StartNew();
        while (!await condition())
        {
            if (waited.Elapsed > (patience ?? Usual))
                throw new TimeoutException($"not so within {patience ?? Usual}");
            await Task.Delay(pause ?? Pause);
        }
    }
}

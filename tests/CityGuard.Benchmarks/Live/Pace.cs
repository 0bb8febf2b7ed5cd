using System.Diagnostics;

namespace CityGuard.Benchmarks.Live;

/// <summary>Starts work at fixed moments whether or not earlier work has ended: an open loop, so that waiting is seen.</summary>
internal static class Pace
{
    public static async Task Run(int perSecond, TimeSpan during, Func<long, TimeSpan, Stopwatch, Task> work)
    {
        var clock = Stopwatch.StartNew();
        var under = new List<Task>();
        var total = (long)(perSecond * during.TotalSeconds);
        for (long i = 0; i < total; i++)
        {
            var intended = TimeSpan.FromSeconds((double)i / perSecond);
            var ahead = intended - clock.Elapsed;
            if (ahead > TimeSpan.FromMilliseconds(1))
                await Task.Delay(ahead);
            var turn = i;
            under.Add(Task.Run(() => work(turn, intended, clock)));
            if (under.Count > 4096)
                under.RemoveAll(t => t.IsCompletedSuccessfully);
        }

        await Task.WhenAll(under);
    }
}

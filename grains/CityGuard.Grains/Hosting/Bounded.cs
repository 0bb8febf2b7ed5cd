namespace CityGuard.Grains.Hosting;

/// <summary>Many calls with a bounded number in flight: a fast flood stalls the pool and looks like a dead silo.</summary>
internal static class Bounded
{
    public const int InFlight = 64;

    /// <summary>Calls for each item, on the caller's own scheduler. What a call throws ends the whole; catch inside where one may fail.</summary>
    public static Task ForEach<T>(IEnumerable<T> items, Func<T, Task> call, int inFlight = InFlight)
    {
        var queue = new Queue<T>(items);
        return Task.WhenAll(Enumerable.Range(0, Math.Min(inFlight, queue.Count)).Select(_ => Work()));

        async Task Work()
        {
            while (true)
            {
                T item;
                lock (queue)
                    if (!queue.TryDequeue(out item!))
                        return;
                await call(item);
            }
        }
    }
}

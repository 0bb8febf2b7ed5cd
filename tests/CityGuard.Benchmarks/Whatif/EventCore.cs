using CityGuard.Simulation.Chance;
using CityGuard.Simulation.Engine;

namespace CityGuard.Benchmarks.Whatif;

/// <summary>A waiting line with many servers on the parts that the city engine is made of: its heap of integer keys and its draws.</summary>
internal sealed class EventCore(int servers, double load, ulong seed)
{
    private const double Unit = 1e6; // ticks of a mean service
    private const int Ring = 1 << 20;

    private readonly long[] _line = new long[Ring];
    private Xoshiro256 _arrivals = new(StreamKey.Of(seed, 0, 0)), _services = new(StreamKey.Of(seed, 0, 1));

    /// <summary>Serves so many customers.</summary>
    /// <returns>Mean wait in mean services.</returns>
    public double Run(long customers)
    {
        var due = new EventHeap(servers);
        var between = Unit / (servers * load);
        var (served, head, end, waited) = (0L, 0L, 0L, 0.0);
        var arrival = ExponentialDraw.Next(ref _arrivals) * between;
        while (served < customers)
        {
            var least = due.Least;
            var now = EventHeap.Time(least);
            if (arrival <= now || due.Count == 0)
            {
                if (due.Count < servers)
                {
                    due.Push(EventHeap.Key((long)(arrival + (ExponentialDraw.Next(ref _services) * Unit)), 0));
                    served++;
                }
                else
                {
                    _line[end++ & (Ring - 1)] = (long)arrival;
                }

                arrival += ExponentialDraw.Next(ref _arrivals) * between;
            }
            else if (head < end)
            {
                waited += now - _line[head++ & (Ring - 1)];
                served++;
                due.Replace(EventHeap.Key(now + (long)(ExponentialDraw.Next(ref _services) * Unit), 0));
            }
            else
            {
                due.Pop();
            }
        }

        return waited / served / Unit;
    }
}

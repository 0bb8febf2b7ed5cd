using CityGuard.Simulation.Chance;

namespace CityGuard.Benchmarks.Whatif;

/// <summary>The same waiting line as one would write it in an afternoon: a queue of closures by time.</summary>
internal sealed class PlainEngine(int servers, double load, ulong seed)
{
    private readonly PriorityQueue<Action, double> _due = new();
    private readonly Queue<double> _line = new();
    private Xoshiro256 _arrivals = new(StreamKey.Of(seed, 0, 0)), _services = new(StreamKey.Of(seed, 0, 1));
    private double _now, _waited;
    private long _served;
    private int _busy;

    /// <inheritdoc cref="EventCore.Run"/>
    public double Run(long customers)
    {
        Action arrive = null!, leave = null!;
        arrive = () =>
        {
            if (_busy < servers)
            {
                _busy++;
                _served++;
                _due.Enqueue(leave, _now + Draw(ref _services));
            }
            else
            {
                _line.Enqueue(_now);
            }

            _due.Enqueue(arrive, _now + (Draw(ref _arrivals) / (servers * load)));
        };
        leave = () =>
        {
            if (_line.TryDequeue(out var since))
            {
                _waited += _now - since;
                _served++;
                _due.Enqueue(leave, _now + Draw(ref _services));
            }
            else
            {
                _busy--;
            }
        };
        _due.Enqueue(arrive, 0);
        while (_served < customers && _due.TryDequeue(out var happens, out _now))
            happens();
        return _waited / _served;
    }

    private static double Draw(ref Xoshiro256 random) => -Math.Log(random.Uniform());
}

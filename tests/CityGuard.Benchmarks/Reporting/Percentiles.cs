namespace CityGuard.Benchmarks.Reporting;

/// <summary>Latency samples in milliseconds, from the intended moment of sending.</summary>
internal sealed class Percentiles
{
    private readonly List<double> _samples = [];

    public int Count
    {
        get
        {
            lock (_samples)
                return _samples.Count;
        }
    }

    public void Add(TimeSpan latency)
    {
        lock (_samples)
            _samples.Add(latency.TotalMilliseconds);
    }

    /// <summary>Nearest-rank percentile, <paramref name="share"/> in (0, 1].</summary>
    public double At(double share)
    {
        lock (_samples)
        {
            if (_samples.Count == 0)
                return double.NaN;
            var sorted = _samples.Order().ToArray();
            return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
        }
    }
}

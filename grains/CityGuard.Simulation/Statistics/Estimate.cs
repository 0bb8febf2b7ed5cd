namespace CityGuard.Simulation.Statistics;

/// <summary>A mean over replications with its t interval.</summary>
/// <param name="Mean">Mean; NaN when no replication has a value.</param>
/// <param name="Half">Half-width of the interval; NaN with fewer than two values: nothing is known of the spread.</param>
/// <param name="Count">Replications that have a value.</param>
public readonly record struct Estimate(double Mean, double Half, int Count)
{
    public double Low => Mean - Half;

    public double High => Mean + Half;

    /// <summary>True when zero lies outside the interval: of a difference, that it is one.</summary>
    public bool IsClear => Math.Abs(Mean) > Half;

    /// <summary>Of one value for each replication; those without one (NaN) are left out.</summary>
    /// <param name="level">Level of the interval, in (0, 1).</param>
    public static Estimate Of(ReadOnlySpan<double> values, double level)
    {
        var running = new RunningEstimate();
        foreach (var value in values)
            running.Add(value);
        return running.Now(level);
    }

    /// <summary>Of the differences, replication by replication: the same nights under two deployments.</summary>
    public static Estimate Paired(ReadOnlySpan<double> values, ReadOnlySpan<double> against, double level)
    {
        var differences = new double[Math.Min(values.Length, against.Length)];
        for (var i = 0; i < differences.Length; i++)
            differences[i] = values[i] - against[i];
        return Of(differences, level);
    }

    /// <summary>The level of each of several intervals that hold together with the level given (Bonferroni).</summary>
    public static double Corrected(double level, int intervals) => 1 - ((1 - level) / Math.Max(1, intervals));
}

/// <summary>An estimate that grows value by value (Welford 1962).</summary>
internal struct RunningEstimate
{
    private int _count;
    private double _mean, _squares;

    /// <summary>One more value; NaN is none.</summary>
    public void Add(double value)
    {
        if (double.IsNaN(value))
            return;
        _count++;
        var step = value - _mean;
        _mean += step / _count;
        _squares += step * (value - _mean);
    }

    public readonly Estimate Now(double level) => _count switch
    {
        0 => new Estimate(double.NaN, double.NaN, 0),
        1 => new Estimate(_mean, double.NaN, 1),
        _ => new Estimate(_mean, _squares == 0 ? 0 : StudentT.TwoSided(level, _count - 1) * Math.Sqrt(_squares / (_count - 1) / _count), _count),
    };
}

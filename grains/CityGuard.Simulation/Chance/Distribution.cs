namespace CityGuard.Simulation.Chance;

/// <summary>Shapes of a duration.</summary>
public enum DistributionShape
{
    /// <summary>Always the mean.</summary>
    Constant,

    /// <summary>Exponential.</summary>
    Exponential,

    /// <summary>Lognormal of the given mean and coefficient of variation.</summary>
    Lognormal,

    /// <summary>Drawn from past records: their quantiles, in even steps, with straight lines between.</summary>
    Empirical,
}

/// <summary>How long something takes, seconds.</summary>
/// <param name="Shape">Shape.</param>
/// <param name="MeanSeconds">Mean, 0 or more; of an empirical one the mean of its records.</param>
/// <param name="Cv">Coefficient of variation of a lognormal one, above 0 to 5.</param>
/// <param name="Quantiles">Of an empirical one: its quantiles at 0, 1/(n-1) ... 1, ascending, two at least.</param>
public sealed record Distribution(DistributionShape Shape, double MeanSeconds, double Cv = 0, IReadOnlyList<double>? Quantiles = null)
{
    private readonly double _sigma = Math.Sqrt(Math.Log(1 + (Cv * Cv)));
    private readonly double[] _quantiles = [.. Quantiles ?? []];

    /// <summary>Always so many seconds.</summary>
    public static Distribution Constant(double seconds) => new(DistributionShape.Constant, seconds);

    /// <summary>From past records, kept as 101 quantiles at most.</summary>
    /// <exception cref="ArgumentException">There is no record.</exception>
    public static Distribution Of(IEnumerable<double> records)
    {
        var sorted = records.Order().ToArray();
        if (sorted.Length == 0)
            throw new ArgumentException("There is no record to draw from.", nameof(records));
        var steps = Math.Clamp(sorted.Length, 2, 101);
        return new Distribution(DistributionShape.Empirical, sorted.Average(), 0, [.. Enumerable.Range(0, steps).Select(i => At(sorted, i / (steps - 1.0)))]);
    }

    /// <summary>The same, drawn out or in so that its mean is another.</summary>
    public Distribution WithMean(double seconds)
        => Shape == DistributionShape.Empirical && MeanSeconds > 0
            ? new Distribution(Shape, seconds, 0, [.. _quantiles.Select(q => q * seconds / MeanSeconds)])
            : this with { MeanSeconds = seconds };

    /// <summary>Why it can be none; null when it can.</summary>
    public string? Objection()
        => !double.IsFinite(MeanSeconds) || MeanSeconds < 0 || MeanSeconds > 7 * 86_400 ? $"a mean of {MeanSeconds} s does not lie between 0 and a week"
            : Shape == DistributionShape.Lognormal && Cv is not (> 0 and <= 5) ? $"cv {Cv} does not lie above 0 and up to 5"
            : Shape != DistributionShape.Empirical ? null
            : _quantiles.Length < 2 ? "there are fewer than two quantiles"
            : _quantiles.Any(q => !double.IsFinite(q) || q < 0) || _quantiles.Zip(_quantiles.Skip(1)).Any(p => p.First > p.Second) ? "the quantiles do not ascend from 0 or more"
            : null;

    /// <summary>Its quantile in seconds: more chance is never less time, which keeps paired nights alike.</summary>
    /// <param name="uniform">In (0, 1).</param>
    public double Quantile(double uniform) => Shape switch
    {
        DistributionShape.Constant => MeanSeconds,
        DistributionShape.Exponential => -MeanSeconds * Math.Log(1 - uniform),
        DistributionShape.Lognormal => MeanSeconds * Math.Exp((_sigma * Normal.Quantile(uniform)) - (_sigma * _sigma / 2)),
        _ => At(_quantiles, uniform),
    };

    private static double At(double[] ascending, double share)
    {
        var place = share * (ascending.Length - 1);
        var low = Math.Min((int)place, ascending.Length - 1);
        var high = Math.Min(low + 1, ascending.Length - 1);
        return ascending[low] + ((ascending[high] - ascending[low]) * (place - low));
    }
}

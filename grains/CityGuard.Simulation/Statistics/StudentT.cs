namespace CityGuard.Simulation.Statistics;

/// <summary>Student's t distribution.</summary>
public static class StudentT
{
    /// <summary>The half-width factor of a two-sided interval: t with a probability of <paramref name="level"/> between -t and t.</summary>
    /// <param name="level">In (0, 1), e.g. 0.95.</param>
    /// <param name="freedom">Degrees of freedom, 1 or more.</param>
    public static double TwoSided(double level, int freedom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(freedom, 1);
        var (low, high) = (0.0, 1.0);
        while (Between(high, freedom) < level)
            high *= 2;
        for (var i = 0; i < 200 && high - low > 1e-13 * high; i++)
        {
            var middle = (low + high) / 2;
            if (Between(middle, freedom) < level)
                low = middle;
            else
                high = middle;
        }

        return (low + high) / 2;
    }

    /// <summary>Probability of lying between -t and t: 1 - I(n / (n + t²); n/2, 1/2).</summary>
    private static double Between(double t, int freedom) => 1 - Beta(freedom / (freedom + (t * t)), freedom / 2.0, 0.5);

    /// <summary>The regularized incomplete beta function by its continued fraction (Lentz 1976).</summary>
    private static double Beta(double x, double a, double b)
    {
        if (x <= 0)
            return 0;
        if (x >= 1)
            return 1;
        if (x > (a + 1) / (a + b + 2))
            return 1 - Beta(1 - x, b, a);
        const double Tiny = 1e-300;
        var front = Math.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + (a * Math.Log(x)) + (b * Math.Log(1 - x))) / a;
        var (f, c, d) = (1.0, 1.0, 0.0);
        for (var i = 0; i <= 500; i++)
        {
            var m = i / 2;
            var term = i == 0 ? 1
                : i % 2 == 0 ? m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)))
                : -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 + (term * d);
            d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
            c = 1 + (term / c);
            c = Math.Abs(c) < Tiny ? Tiny : c;
            f *= c * d;
            if (Math.Abs(1 - (c * d)) < 1e-15)
                break;
        }

        return front * (f - 1);
    }

    /// <summary>Logarithm of the gamma function (Lanczos, g = 7, nine terms).</summary>
    private static double LogGamma(double x)
    {
        ReadOnlySpan<double> terms =
        [
            0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
            12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
        ];
        if (x < 0.5)
            return Math.Log(Math.PI / Math.Sin(Math.PI * x)) - LogGamma(1 - x);
        x--;
        var sum = terms[0];
        for (var i = 1; i < terms.Length; i++)
            sum += terms[i] / (x + i);
        var t = x + 7.5;
        return (0.5 * Math.Log(2 * Math.PI)) + ((x + 0.5) * Math.Log(t)) - t + Math.Log(sum);
    }
}

namespace CityGuard.Simulation.Optimise;

/// <summary>A place served by k sites is worth its weight times 1 - q^k: with q = 0 it is covered or not (MCLP), else its expected coverage (MEXCLP).</summary>
internal sealed class CountedCover : IWorthOfServing
{
    private const int MostLevels = 12;

    private readonly PlacementProblem _problem;
    private readonly double[] _next; // worth of the k-th more
    private readonly double[] _rest; // worth of the k-th more and all after it
    private readonly int[] _count;
    private readonly int[] _from;

    public CountedCover(PlacementProblem problem, double busy)
    {
        (_problem, Busy) = (problem, busy);
        _next = [.. Enumerable.Range(0, 64).Select(k => k == 0 ? 1 - busy : busy == 0 ? 0 : (1 - busy) * Math.Pow(busy, k))];
        _rest = [.. _next.Select((_, k) => _next.Skip(k).Sum())];
        _from = problem.Elsewhere ?? new int[problem.Weight.Length];
        _count = [.. _from];
        for (var place = 0; place < _count.Length; place++)
            for (var k = 0; k < _from[place]; k++)
                Value += problem.Weight[place] * Next(k);
        Fixed = Value;
    }

    public double Value { get; private set; }

    /// <summary>Share of time that each is busy.</summary>
    public double Busy { get; }

    private double Fixed { get; }

    public double Gain(int site)
    {
        var sum = 0.0;
        foreach (var service in _problem.Serves[site])
            sum += _problem.Weight[service.Place] * Next(_count[service.Place]);
        return sum;
    }

    public double Loss(int site)
    {
        var sum = 0.0;
        foreach (var service in _problem.Serves[site])
            sum += _problem.Weight[service.Place] * Next(_count[service.Place] - 1);
        return sum;
    }

    public void Add(int site)
    {
        foreach (var service in _problem.Serves[site])
            Value += _problem.Weight[service.Place] * Next(_count[service.Place]++);
    }

    public void Remove(int site)
    {
        foreach (var service in _problem.Serves[site])
            Value -= _problem.Weight[service.Place] * Next(--_count[service.Place]);
    }

    public double Relaxed(double[] prices, double[] sites)
    {
        for (var site = 0; site < sites.Length; site++)
        {
            var sum = 0.0;
            foreach (var service in _problem.Serves[site])
                sum += prices[service.Place];
            sites[site] = sum;
        }

        var left = Fixed;
        for (var place = 0; place < prices.Length; place++)
            for (var k = _from[place]; k < _from[place] + MostLevels; k++)
                left += Math.Max(0, (_problem.Weight[place] * Tail(k, _from[place] + MostLevels)) - prices[place]);

        return left;
    }

    public void Slope(double[] prices, bool[] chosen, double[] slope)
    {
        for (var place = 0; place < slope.Length; place++)
        {
            slope[place] = 0;
            for (var k = _from[place]; k < _from[place] + MostLevels; k++)
                if ((_problem.Weight[place] * Tail(k, _from[place] + MostLevels)) - prices[place] > 0)
                    slope[place]--;
        }

        for (var site = 0; site < chosen.Length; site++)
            if (chosen[site])
                foreach (var service in _problem.Serves[site])
                    slope[service.Place]++;
    }

    public double MostPrice(int place) => _problem.Weight[place] * Next(_from[place]);

    /// <summary>Worth of the k-th more; the last level that is counted stands for all that follow, so that the bound stays one.</summary>
    private double Tail(int k, int end) => k < end - 1 ? Next(k) : _rest[Math.Min(k, _rest.Length - 1)];

    private double Next(int k) => _next[Math.Min(k, _next.Length - 1)];
}

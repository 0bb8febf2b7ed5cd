namespace CityGuard.Simulation.Optimise;

/// <summary>
/// An upper bound on every placement: places pay prices, the relaxed problem takes the sites that collect most, and prices are changed along the
/// subgradient with Polyak's step (Held, Wolfe and Crowder 1974). Every step's bound is a true one; the least is kept.
/// </summary>
internal sealed class LagrangianBound
{
    private const double FirstStep = 1.5, LeastStep = 1e-4;
    private const int Patience = 12;

    private readonly PlacementProblem _problem;
    private readonly IWorthOfServing _worth;
    private readonly double[] _prices, _slope, _sites, _smooth;
    private double _step = FirstStep;
    private int _stale;

    public LagrangianBound(PlacementProblem problem, IWorthOfServing worth)
    {
        (_problem, _worth) = (problem, worth);
        _prices = new double[problem.Weight.Length];
        (_slope, _smooth) = (new double[_prices.Length], new double[_prices.Length]);
        _sites = new double[problem.Sites];
        Chosen = new bool[problem.Sites];
        var served = new int[_prices.Length];
        foreach (var serves in problem.Serves)
            foreach (var service in serves)
                served[service.Place]++;
        // As if the worth of a place were shared by the sites that are to be expected around it.
        for (var place = 0; place < _prices.Length; place++)
            _prices[place] = served[place] == 0 ? 0 : worth.MostPrice(place) / Math.Max(1, served[place] * (double)problem.Count / problem.Sites);
    }

    /// <summary>The least bound so far.</summary>
    public double Best { get; private set; } = double.MaxValue;

    /// <summary>What the relaxed problem chose last.</summary>
    public bool[] Chosen { get; }

    /// <summary>One step; false when steps have become too small to matter.</summary>
    /// <param name="value">Value of the best placement known.</param>
    public bool Step(double value)
    {
        var bound = _worth.Relaxed(_prices, _sites) + Choose();
        if (bound < Best - (1e-7 * Math.Abs(Best)))
        {
            _stale = 0;
        }
        else if (++_stale > Patience)
        {
            _step *= 0.6;
            _stale = 0;
        }

        Best = Math.Min(Best, bound);
        _worth.Slope(_prices, Chosen, _slope);
        var norm = 0.0;
        for (var place = 0; place < _prices.Length; place++)
        {
            // A little of the last direction damps the zigzag (Camerini, Fratta and Maffioli 1975).
            var slope = _slope[place] + (0.5 * _smooth[place]);
            if ((slope > 0 && _prices[place] <= 0) || (slope < 0 && _prices[place] >= _worth.MostPrice(place)))
                slope = 0;
            _smooth[place] = slope;
            norm += slope * slope;
        }

        if (norm < 1e-12 || _step < LeastStep)
            return false;
        var length = _step * Math.Max(1e-9, bound - value) / norm;
        for (var place = 0; place < _prices.Length; place++)
            _prices[place] = Math.Clamp(_prices[place] - (length * _smooth[place]), 0, _worth.MostPrice(place));
        return true;
    }

    /// <summary>The sites that collect most, with as many of those present among them as must stay.</summary>
    private double Choose()
    {
        Array.Clear(Chosen);
        var (sum, left) = (0.0, _problem.Count);
        foreach (var site in Enumerable.Range(0, _sites.Length).Where(s => _problem.Present[s]).OrderByDescending(s => _sites[s]).ThenBy(s => s).Take(Math.Min(_problem.Kept, left)).ToArray())
        {
            Chosen[site] = true;
            sum += _sites[site];
        }

        left -= Math.Min(_problem.Kept, left);
        foreach (var site in Enumerable.Range(0, _sites.Length).Where(s => !Chosen[s]).OrderByDescending(s => _sites[s]).ThenBy(s => s).Take(left).ToArray())
        {
            Chosen[site] = true;
            sum += _sites[site];
        }

        return sum;
    }
}

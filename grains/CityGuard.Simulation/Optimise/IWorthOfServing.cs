namespace CityGuard.Simulation.Optimise;

/// <summary>What a set of chosen sites is worth, kept up to date site by site. Submodular: one more site never adds more than it would have before.</summary>
internal interface IWorthOfServing
{
    double Value { get; }

    /// <summary>What adding a site that is not chosen would add.</summary>
    double Gain(int site);

    /// <summary>What giving up a chosen site would cost.</summary>
    double Loss(int site);

    void Add(int site);

    void Remove(int site);

    /// <summary>An upper bound on every choice's value and how to tighten it: see <see cref="LagrangianBound"/>. For a price at each place, the sum over places of what is left of their worth.</summary>
    /// <param name="prices">Price by place, 0 or more.</param>
    /// <param name="sites">Receives by site what it collects at those prices.</param>
    double Relaxed(double[] prices, double[] sites);

    /// <summary>Direction in which prices are changed, for the sites that the relaxed problem chose.</summary>
    void Slope(double[] prices, bool[] chosen, double[] slope);

    /// <summary>A price beyond which nothing changes.</summary>
    double MostPrice(int place);
}

namespace CityGuard.Simulation.Optimise;

/// <summary>A choice of sites with its value and what no choice can exceed.</summary>
/// <param name="Chosen">By site.</param>
/// <param name="Value">Its value.</param>
/// <param name="Bound">No choice is worth more.</param>
internal sealed record Placement(bool[] Chosen, double Value, double Bound)
{
    /// <summary>How far it may be from the best, as a share of the bound.</summary>
    public double Gap => Bound <= 0 ? 0 : Math.Max(0, Bound - Value) / Bound;
}

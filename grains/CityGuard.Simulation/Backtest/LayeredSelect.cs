using CityGuard.Domain.Dispatch;

namespace CityGuard.Simulation.Backtest;

/// <summary>The layered rule over one list of candidates: the lightest kinds that are in time, else who arrives first.</summary>
/// <param name="layers">Kinds and deciseconds, lightest first.</param>
public sealed class LayeredSelect(IReadOnlyList<(ulong Kinds, ushort Within)> layers)
{
    /// <inheritdoc cref="DispatchPolicy.Select"/>
    public int Select(in Requirement requirement, ReadOnlySpan<Candidate> candidates, Span<Choice> choices, Span<Verdict> verdicts)
    {
        foreach (var (kinds, within) in layers)
        {
            var layer = requirement with { Kinds = requirement.Kinds & kinds, LimitDeciseconds = Math.Min(within, requirement.LimitDeciseconds) };
            if (layer.Kinds != 0 && DispatchPolicy.Select(layer, candidates, choices, verdicts) is var chosen && chosen >= requirement.Count)
                return chosen;
        }

        return DispatchPolicy.Select(requirement, candidates, choices, verdicts);
    }
}

namespace CityGuard.Simulation.Chance;

/// <summary>Picks an index with probability in proportion to its weight, in one step (Walker 1977, built as by Vose 1991).</summary>
internal sealed class AliasTable
{
    private readonly double[] _keep;
    private readonly int[] _other;

    /// <param name="weights">None negative, at least one positive.</param>
    public AliasTable(ReadOnlySpan<double> weights)
    {
        var n = weights.Length;
        (_keep, _other) = (new double[n], new int[n]);
        var sum = 0.0;
        foreach (var weight in weights)
            sum += weight;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sum);
        var scaled = new double[n];
        var (small, large) = (new Stack<int>(), new Stack<int>());
        for (var i = 0; i < n; i++)
        {
            (scaled[i], _other[i]) = (weights[i] * n / sum, i);
            (scaled[i] < 1 ? small : large).Push(i);
        }

        while (small.Count > 0 && large.Count > 0)
        {
            var (less, more) = (small.Pop(), large.Pop());
            (_keep[less], _other[less]) = (scaled[less], more);
            scaled[more] -= 1 - scaled[less];
            (scaled[more] < 1 ? small : large).Push(more);
        }

        foreach (var i in small.Concat(large))
            _keep[i] = 1;
    }

    /// <param name="bits">64 even bits: the upper half chooses a column, the lower one of its two.</param>
    public int Pick(ulong bits)
    {
        var column = (int)(((bits >> 32) * (uint)_keep.Length) >> 32);
        return (uint)bits * (1.0 / 4294967296.0) < _keep[column] ? column : _other[column];
    }
}

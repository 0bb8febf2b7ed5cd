namespace CityGuard.Field.Calls;

/// <summary>Picks an index with probability in proportion to its share.</summary>
internal sealed class CumulativeShares
{
    private readonly double[] _until;

    public CumulativeShares(IReadOnlyList<double> shares)
    {
        _until = new double[shares.Count];
        var sum = 0.0;
        for (var i = 0; i < shares.Count; i++)
            _until[i] = sum += shares[i];
    }

    /// <param name="uniform">In [0, 1).</param>
    public int Pick(double uniform)
    {
        var found = Array.BinarySearch(_until, uniform * _until[^1]);
        // On a boundary the next one begins; one without a share has no width and is skipped.
        var index = found < 0 ? ~found : found + 1;
        while (index < _until.Length - 1 && index > 0 && _until[index] == _until[index - 1])
            index++;
        return Math.Min(index, _until.Length - 1);
    }
}

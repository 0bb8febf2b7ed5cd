namespace CityGuard.Grains.Sectors;

/// <summary>What it would cost this sector if some responders left.</summary>
internal sealed partial class SectorGrain
{
    public Task<TurnedIndex[]?> Price(int[] leaving)
        => Task.FromResult(_board.Certainty == Certainty.Whole ? BoardPrice.Of(_board, leaving.ToHashSet()) : null);

    public Task<TurnedIndex[][]?> PriceEach(int[] leaving)
        => Task.FromResult(_board.Certainty == Certainty.Whole ? (TurnedIndex[][])[.. leaving.Select(one => BoardPrice.Of(_board, new HashSet<int> { one }))] : null);
}

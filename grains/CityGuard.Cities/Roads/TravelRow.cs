namespace CityGuard.Cities.Roads;

/// <summary>All times from one cell.</summary>
/// <param name="Sectors">Sectors reached, ascending.</param>
/// <param name="Starts">Start of each sector's slice in <paramref name="Times"/>, and the end of the last.</param>
/// <param name="Times">Deciseconds, slice after slice.</param>
internal sealed record TravelRow(ushort[] Sectors, int[] Starts, ushort[] Times)
{
    public ReadOnlySpan<ushort> Slice(int sector)
    {
        var at = Array.BinarySearch(Sectors, (ushort)sector);
        return at < 0 ? [] : Times.AsSpan(Starts[at]..Starts[at + 1]);
    }
}

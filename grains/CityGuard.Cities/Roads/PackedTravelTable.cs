namespace CityGuard.Cities.Roads;

/// <summary>A travel table as it lies in a package: four columns, usually mapped.</summary>
internal sealed class PackedTravelTable(
    ReadOnlyMemory<int> rows, ReadOnlyMemory<ushort> sectors, ReadOnlyMemory<long> starts, ReadOnlyMemory<ushort> times) : TravelTable
{
    public override int OriginCount => rows.Length - 1;

    public override ReadOnlySpan<ushort> Sectors(int originCell)
    {
        var first = rows.Span;
        return sectors.Span[first[originCell]..first[originCell + 1]];
    }

    public override ReadOnlySpan<ushort> Slice(int originCell, int sector)
    {
        var first = rows.Span[originCell];
        var at = Sectors(originCell).BinarySearch((ushort)sector);
        if (at < 0)
            return [];
        var bounds = starts.Span.Slice(first + at, 2);
        return times.Span[(int)bounds[0]..(int)bounds[1]];
    }
}

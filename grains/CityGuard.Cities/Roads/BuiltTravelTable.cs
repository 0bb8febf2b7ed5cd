namespace CityGuard.Cities.Roads;

/// <summary>A travel table as it was just built, row by row in memory.</summary>
internal sealed class BuiltTravelTable(TravelRow[] rows) : TravelTable
{
    public override int OriginCount => rows.Length;

    public override ReadOnlySpan<ushort> Sectors(int originCell) => rows[originCell].Sectors;

    public override ReadOnlySpan<ushort> Slice(int originCell, int sector) => rows[originCell].Slice(sector);
}

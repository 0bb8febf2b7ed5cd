namespace CityGuard.Cities.Roads;

/// <summary>A travel table as it was just built, row by row in memory.</summary>
internal sealed class BuiltTravelTable(TravelRow[] rows, int limitSeconds) : TravelTable
{
    public override int OriginCount => rows.Length;

    public override int? LimitSeconds => limitSeconds;

    public override ReadOnlySpan<ushort> Sectors(int originCell) => rows[originCell].Sectors;

    public override ReadOnlySpan<ushort> Slice(int originCell, int sector) => rows[originCell].Slice(sector);
}

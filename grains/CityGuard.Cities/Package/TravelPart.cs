using CityGuard.Cities.Roads;

namespace CityGuard.Cities.Package;

/// <summary><c>travel.bin</c>: first entry of each row; sector of each entry; start of each entry's slice; all times.</summary>
internal static class TravelPart
{
    public static void Write(Stream stream, TravelTable travel)
    {
        var rows = new int[travel.OriginCount + 1];
        var sectors = new List<ushort>();
        var starts = new List<long> { 0 };
        for (var origin = 0; origin < travel.OriginCount; origin++)
        {
            foreach (var sector in travel.Sectors(origin))
            {
                sectors.Add(sector);
                starts.Add(starts[^1] + travel.Slice(origin, sector).Length);
            }

            rows[origin + 1] = sectors.Count;
        }

        var writer = new ColumnWriter(
            stream,
            new ColumnShape(4, rows.Length),
            new ColumnShape(2, sectors.Count),
            new ColumnShape(8, starts.Count),
            new ColumnShape(2, starts[^1]));
        writer.Append<int>(0, rows);
        writer.Append<ushort>(1, sectors.ToArray());
        writer.Append<long>(2, starts.ToArray());
        for (var origin = 0; origin < travel.OriginCount; origin++)
            foreach (var sector in travel.Sectors(origin))
                writer.Append(3, travel.Slice(origin, sector));
        writer.Complete();
    }

    public static TravelTable Read(MappedColumns columns)
        => new PackedTravelTable(columns.Column<int>(0), columns.Column<ushort>(1), columns.Column<long>(2), columns.Column<ushort>(3));
}

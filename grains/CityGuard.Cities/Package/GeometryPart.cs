using System.Collections.Immutable;
using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Package;

/// <summary><c>geometry.bin</c>: centres, start of each outline, points of all outlines.</summary>
internal static class GeometryPart
{
    public static void Write(Stream stream, CellTable cells)
    {
        var starts = new int[cells.Count + 1];
        for (var cell = 0; cell < cells.Count; cell++)
            starts[cell + 1] = starts[cell] + cells.Outlines[cell].Length;
        var writer = new ColumnWriter(stream, new ColumnShape(16, cells.Count), new ColumnShape(4, starts.Length), new ColumnShape(16, starts[^1]));
        writer.Append(0, cells.Centres.AsSpan());
        writer.Append<int>(1, starts);
        foreach (var outline in cells.Outlines)
            writer.Append(2, outline.AsSpan());
        writer.Complete();
    }

    public static (ImmutableArray<GeoPoint> Centres, ImmutableArray<ImmutableArray<GeoPoint>> Outlines) Read(MappedColumns columns)
    {
        var starts = columns.Column<int>(1).Span;
        var points = columns.Column<GeoPoint>(2).Span;
        var outlines = ImmutableArray.CreateBuilder<ImmutableArray<GeoPoint>>(starts.Length - 1);
        for (var cell = 0; cell < starts.Length - 1; cell++)
            outlines.Add([.. points[starts[cell]..starts[cell + 1]]]);
        return ([.. columns.Column<GeoPoint>(0).Span], outlines.MoveToImmutable());
    }
}

using CityGuard.Cities.Roads;
using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Package;

/// <summary><c>roads.bin</c> and <c>walk.bin</c>: the columns of a network; streets and nodes that are only passed may be empty.</summary>
internal static class RoadsPart
{
    public static void Write(Stream stream, RoadGraph roads)
    {
        var writer = new ColumnWriter(
            stream,
            new ColumnShape(16, roads.NodeCount),
            new ColumnShape(4, roads.NodeCount + 1),
            new ColumnShape(4, roads.ArcCount),
            new ColumnShape(4, roads.ArcCount),
            new ColumnShape(1, roads.ArcCount),
            new ColumnShape(4, roads.Street.Length),
            new ColumnShape(1, roads.PassOnly.Length));
        writer.Append(0, roads.Nodes.Span);
        writer.Append(1, roads.FirstArc.Span);
        writer.Append(2, roads.Head.Span);
        writer.Append(3, roads.Milliseconds.Span);
        writer.Append(4, roads.Class.Span);
        writer.Append(5, roads.Street.Span);
        writer.Append(6, roads.PassOnly.Span);
        writer.Complete();
    }

    public static RoadGraph Read(MappedColumns columns) => new()
    {
        Nodes = columns.Column<GeoPoint>(0),
        FirstArc = columns.Column<int>(1),
        Head = columns.Column<int>(2),
        Milliseconds = columns.Column<int>(3),
        Class = columns.Column<RoadClass>(4),
        Street = columns.Column<int>(5),
        PassOnly = columns.Column<bool>(6),
    };
}

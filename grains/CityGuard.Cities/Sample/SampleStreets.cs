using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CityGuard.Cities.Roads;
using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Sample;

/// <summary>A street grid of 150 m: every fourth street is an arterial at 50 km/h, the others are local at 30 km/h.</summary>
internal static class SampleStreets
{
    private const double Block = SampleGrid.Side / 2;
    private const int Columns = (SampleGrid.Columns * 2) + 1, Rows = (SampleGrid.Rows * 2) + 1;

    private static readonly string[] _rowNames = [.. Enumerable.Range(0, (Rows + 3) / 4).Select(i => $"样例{i + 1}路")], _columnNames = [.. Enumerable.Range(0, (Columns + 3) / 4).Select(i => $"样例{i + 1}大道")];

    /// <summary>Names of the arterials: those from west to east first.</summary>
    public static ImmutableArray<string> Names { get; } = [.. _rowNames, .. _columnNames];

    public static int NodeAt(int column, int row) => (row * Columns) + column;

    public static RoadGraph Build()
    {
        var nodes = new GeoPoint[Columns * Rows];
        var arcs = new List<RoadArc>();
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                var node = NodeAt(column, row);
                nodes[node] = SampleGrid.At(column * Block, row * Block);
                Arc(node, column - 1, row, row, 0);
                Arc(node, column + 1, row, row, 0);
                Arc(node, column, row - 1, column, _rowNames.Length);
                Arc(node, column, row + 1, column, _rowNames.Length);
            }
        }

        return RoadGraph.Of(nodes, CollectionsMarshal.AsSpan(arcs));

        void Arc(int from, int column, int row, int street, int names)
        {
            if (column is < 0 or >= Columns || row is < 0 or >= Rows)
                return;
            var arterial = street % 4 == 0;
            arcs.Add(new RoadArc(from, NodeAt(column, row), Block / ((arterial ? 50 : 30) / 3.6) * 1000, arterial ? RoadClass.Arterial : RoadClass.Local, arterial ? names + (street / 4) : -1));
        }
    }
}

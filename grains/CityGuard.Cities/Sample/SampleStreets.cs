using CityGuard.Cities.Roads;
using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Sample;

/// <summary>A street grid of 150 m: every fourth street is an arterial at 50 km/h, the others are local at 30 km/h.</summary>
internal static class SampleStreets
{
    private const double Block = SampleGrid.Side / 2;
    private const int Columns = (SampleGrid.Columns * 2) + 1, Rows = (SampleGrid.Rows * 2) + 1;

    public static int NodeAt(int column, int row) => (row * Columns) + column;

    public static RoadGraph Build()
    {
        var nodes = new GeoPoint[Columns * Rows];
        var first = new int[nodes.Length + 1];
        var head = new List<int>();
        var cost = new List<int>();
        var kind = new List<RoadClass>();
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                nodes[NodeAt(column, row)] = SampleGrid.At(column * Block, row * Block);
                Arc(column - 1, row, row);
                Arc(column + 1, row, row);
                Arc(column, row - 1, column);
                Arc(column, row + 1, column);
                first[NodeAt(column, row) + 1] = head.Count;
            }
        }

        return new RoadGraph
        {
            Nodes = nodes,
            FirstArc = first,
            Head = head.ToArray(),
            Milliseconds = cost.ToArray(),
            Class = kind.ToArray(),
        };

        void Arc(int column, int row, int street)
        {
            if (column is < 0 or >= Columns || row is < 0 or >= Rows)
                return;
            var arterial = street % 4 == 0;
            head.Add(NodeAt(column, row));
            cost.Add((int)Math.Round(Block / ((arterial ? 50 : 30) / 3.6) * 1000));
            kind.Add(arterial ? RoadClass.Arterial : RoadClass.Local);
        }
    }
}

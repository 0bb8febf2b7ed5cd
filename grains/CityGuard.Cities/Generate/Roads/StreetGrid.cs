using CityGuard.Cities.Generate.Land;
using CityGuard.Cities.Roads;

namespace CityGuard.Cities.Generate.Roads;

/// <summary>
/// Streets as the sides of blocks: squares of 1,600 m are quartered while many people live in them, so that blocks are small downtown;
/// sides on the coarse lines run through and become arterials. A smooth warp bends the whole sheet, so that nothing is straight for long.
/// </summary>
internal sealed class StreetGrid(LandGrid land, ulong seed)
{
    private const int Unit = 100, Root = 16;
    private const int Columns = (int)(Plane.Width / Unit) + 1, Rows = (int)(Plane.Height / Unit) + 1;

    /// <summary>A block with more people is quartered; sets the number of nodes.</summary>
    private const double PeoplePerBlock = 175;

    private readonly bool[] _corner = new bool[Columns * Rows], _east = new bool[Columns * Rows], _north = new bool[Columns * Rows];
    private readonly int[] _node = new int[Columns * Rows];
    private readonly Noise _wideX = new(seed, "warp-x", 11_000), _wideY = new(seed, "warp-y", 11_000);
    private readonly Noise _bendX = new(seed, "bend-x", 3_100), _bendY = new(seed, "bend-y", 3_100);
    private readonly Noise _fineX = new(seed, "fine-x", 640), _fineY = new(seed, "fine-y", 640);
    private readonly Chance _chance = Chance.Of(seed, "blocks");

    public void Draw(RoadDraft roads)
    {
        Array.Fill(_node, -1);
        for (var row = 0; row + Root < Rows; row += Root)
            for (var column = 0; column + Root < Columns; column += Root)
                Quarter(column, row, Root);
        for (var row = 0; row < Rows; row++)
            for (var column = 0; column < Columns; column++)
            {
                Follow(roads, column, row, 1, 0);
                Follow(roads, column, row, 0, 1);
            }
    }

    private void Quarter(int column, int row, int size)
    {
        if (size > 1 && People(column, row, size) > PeoplePerBlock)
        {
            var half = size / 2;
            Quarter(column, row, half);
            Quarter(column + half, row, half);
            Quarter(column, row + half, half);
            Quarter(column + half, row + half, half);
            return;
        }

        // Long sides get points between, so that country roads bend with the sheet.
        var step = Math.Min(size, 4);
        for (var k = 0; k < size; k++)
        {
            _east[(row * Columns) + column + k] = _east[((row + size) * Columns) + column + k] = true;
            _north[((row + k) * Columns) + column] = _north[((row + k) * Columns) + column + size] = true;
            if (k % step == 0)
                _corner[(row * Columns) + column + k] = _corner[((row + size) * Columns) + column + k] =
                    _corner[((row + k) * Columns) + column] = _corner[((row + k) * Columns) + column + size] = true;
        }

        _corner[((row + size) * Columns) + column + size] = true;
    }

    /// <summary>Estimated over a lattice of samples in the bent sheet.</summary>
    private double People(int column, int row, int size)
    {
        var samples = Math.Min(8, size * 2);
        var sum = 0.0;
        for (var y = 0; y < samples; y++)
            for (var x = 0; x < samples; x++)
                sum += land.Density(Bend((column + ((x + 0.5) * size / samples)) * Unit, (row + ((y + 0.5) * size / samples)) * Unit));
        return sum / (samples * samples) * size * size * Unit * Unit / 1e6;
    }

    private Spot Bend(double x, double y)
    {
        var p = new Spot(x, y);
        return new(x + (950 * _wideX.At(p)) + (300 * _bendX.At(p)) + (30 * _fineX.At(p)), y + (950 * _wideY.At(p)) + (300 * _bendY.At(p)) + (30 * _fineY.At(p)));
    }

    private void Follow(RoadDraft roads, int column, int row, int dx, int dy)
    {
        var sides = dx == 1 ? _east : _north;
        if (!_corner[(row * Columns) + column] || !sides[(row * Columns) + column])
            return;
        int x = column + dx, y = row + dy;
        while (!_corner[(y * Columns) + x])
            (x, y) = (x + dx, y + dy);
        var line = dx == 1 ? row : column;
        var rank = line == 0 ? 5 : Math.Min(5, int.TrailingZeroCount(line));
        var luck = _chance.Unit();
        Spot a = Bend(column * Unit, row * Unit), b = Bend(x * Unit, y * Unit), middle = Spot.Between(a, b, 0.5);
        if (!Passable(land, a, b))
            return;
        var kind = Class(rank, land.Density(middle));
        var hill = (land.GroundAt(middle) & Ground.Hill) != 0;
        if (hill ? rank < 4 || luck < (rank == 4 ? 0.6 : 0.2) : luck < Gaps(kind, land.Density(middle)))
            return;
        roads.Edge(Node(roads, column, row, a), Node(roads, x, y, b), kind, RoadSpeeds.Of(kind, land, middle), Winding(hill, land.Density(middle)));
    }

    private static RoadClass Class(int rank, double density)
        => rank == 5 || (rank == 4 && density > 1_500) || (rank == 3 && density > 9_000) ? RoadClass.Arterial
            : rank >= 3 || (rank == 2 && density > 2_500) ? RoadClass.Collector : RoadClass.Local;

    /// <summary>Share of sides that were never built: more out in the country, where fields lie between the lanes.</summary>
    private static double Gaps(RoadClass kind, double density) => kind switch
    {
        RoadClass.Local => density > 4_000 ? 0.14 : 0.34,
        RoadClass.Collector => density > 2_500 ? 0.03 : density > 400 ? 0.10 : 0.24,
        _ => 0.01,
    };

    private static double Winding(bool hill, double density) => hill ? 1.4 : density < 1_000 ? 1.18 : 1.05;

    private int Node(RoadDraft roads, int column, int row, Spot spot)
    {
        ref var node = ref _node[(row * Columns) + column];
        if (node < 0)
            node = roads.Node(spot);
        return node;
    }

    /// <summary>True when the straight line stays in the city and on dry land.</summary>
    public static bool Passable(LandGrid land, Spot a, Spot b)
    {
        var steps = Math.Max(1, (int)Math.Ceiling(a.To(b) / 40));
        for (var k = 0; k <= steps; k++)
        {
            var p = Spot.Between(a, b, k / (double)steps);
            if (!land.IsCity(p) || (land.GroundAt(p) & Ground.Water) != 0)
                return false;
        }

        return true;
    }
}

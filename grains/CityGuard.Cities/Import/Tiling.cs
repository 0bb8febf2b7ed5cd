using System.Collections.Immutable;
using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Import;

/// <summary>Key of one tile.</summary>
internal readonly record struct Tile(int Column, int Row);

/// <summary>
/// A regular tiling of the plane around an origin. Corners are whole numbers of half-steps, so that neighbours share them to the last
/// bit and no point falls between two cells.
/// </summary>
internal abstract class Tiling
{
    private readonly GeoPoint _origin;
    private readonly double _lonMetres;

    protected Tiling(GeoPoint origin, double metres)
    {
        Metres = metres;
        _origin = origin;
        _lonMetres = Outline.MetresPerDegree * Math.Cos(double.DegreesToRadians(origin.Lat));
    }

    /// <summary>Distance between the centres of neighbours.</summary>
    public double Metres { get; }

    protected abstract double HalfStepEast { get; }

    protected abstract double HalfStepNorth { get; }

    /// <summary>Corners around the centre in half-steps, counter-clockwise.</summary>
    protected abstract ReadOnlySpan<(int East, int North)> Corners { get; }

    public static Tiling Of(CellShape shape, GeoPoint origin, double metres)
        => shape == CellShape.Square ? new SquareTiling(origin, metres) : new HexagonTiling(origin, metres);

    public Tile At(GeoPoint point) => At((point.Lon - _origin.Lon) * _lonMetres, (point.Lat - _origin.Lat) * Outline.MetresPerDegree);

    public GeoPoint Centre(Tile tile) => Point(HalfSteps(tile));

    public ImmutableArray<GeoPoint> Ring(Tile tile)
    {
        var (east, north) = HalfSteps(tile);
        var ring = ImmutableArray.CreateBuilder<GeoPoint>(Corners.Length + 1);
        foreach (var corner in Corners)
            ring.Add(Point((east + corner.East, north + corner.North)));
        ring.Add(ring[0]);
        return ring.MoveToImmutable();
    }

    protected abstract Tile At(double east, double north);

    protected abstract (int East, int North) HalfSteps(Tile tile);

    private GeoPoint Point((int East, int North) halfSteps) => new(
        _origin.Lon + (halfSteps.East * HalfStepEast / _lonMetres),
        _origin.Lat + (halfSteps.North * HalfStepNorth / Outline.MetresPerDegree));
}

internal sealed class SquareTiling(GeoPoint origin, double metres) : Tiling(origin, metres)
{
    private static readonly (int, int)[] _corners = [(-1, -1), (1, -1), (1, 1), (-1, 1)];

    protected override double HalfStepEast => Metres / 2;

    protected override double HalfStepNorth => Metres / 2;

    protected override ReadOnlySpan<(int East, int North)> Corners => _corners;

    protected override Tile At(double east, double north) => new((int)Math.Floor((east / Metres) + 0.5), (int)Math.Floor((north / Metres) + 0.5));

    protected override (int East, int North) HalfSteps(Tile tile) => (2 * tile.Column, 2 * tile.Row);
}

/// <summary>Hexagons that stand on a corner; column and row are axial coordinates.</summary>
internal sealed class HexagonTiling(GeoPoint origin, double metres) : Tiling(origin, metres)
{
    private static readonly (int, int)[] _corners = [(0, 2), (-1, 1), (-1, -1), (0, -2), (1, -1), (1, 1)];

    protected override double HalfStepEast => Metres / 2;

    protected override double HalfStepNorth => Metres / Math.Sqrt(3) / 2; // half of the side

    protected override ReadOnlySpan<(int East, int North)> Corners => _corners;

    protected override Tile At(double east, double north)
    {
        var row = north / (3 * HalfStepNorth);
        var column = (east / Metres) - (row / 2);
        // Round in the three axes of the hexagon and mend the one that was rounded most.
        double third = -column - row, c = Math.Round(column), r = Math.Round(row), t = Math.Round(third);
        if (Math.Abs(c - column) > Math.Abs(r - row) && Math.Abs(c - column) > Math.Abs(t - third))
            c = -r - t;
        else if (Math.Abs(r - row) > Math.Abs(t - third))
            r = -c - t;
        return new Tile((int)c, (int)r);
    }

    protected override (int East, int North) HalfSteps(Tile tile) => ((2 * tile.Column) + tile.Row, 3 * tile.Row);
}

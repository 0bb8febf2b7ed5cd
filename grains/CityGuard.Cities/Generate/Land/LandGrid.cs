namespace CityGuard.Cities.Generate.Land;

/// <summary>What lies on a square of land of 50 m.</summary>
[Flags]
internal enum Ground : byte
{
    Dry = 0,
    Water = 1,

    /// <summary>Water so wide that nobody lives within reach of it: the estuary.</summary>
    Estuary = 2,
    Hill = 4,

    /// <summary>Dry land all around by water, without a bridge.</summary>
    Islet = 8,
}

/// <summary>The city as a raster of squares: whose each is, what lies on it and how many people live there.</summary>
internal sealed class LandGrid
{
    public const double Side = 50;
    public const int Columns = (int)(Plane.Width / Side), Rows = (int)(Plane.Height / Side);
    public const short Outside = -1;

    /// <summary>Index of the street or town; <see cref="Outside"/> beyond the city.</summary>
    public short[] Street { get; } = Fill(Outside);

    public Ground[] Ground { get; } = new Ground[Columns * Rows];

    /// <summary>People in the square.</summary>
    public float[] People { get; } = new float[Columns * Rows];

    public static Spot Middle(int square) => new(((square % Columns) + 0.5) * Side, ((square / Columns) + 0.5) * Side);

    /// <summary>The square at a point, -1 beyond the plane.</summary>
    public static int At(Spot p)
    {
        int x = (int)Math.Floor(p.X / Side), y = (int)Math.Floor(p.Y / Side);
        return x < 0 || y < 0 || x >= Columns || y >= Rows ? -1 : (y * Columns) + x;
    }

    public bool IsCity(Spot p) => At(p) is >= 0 and var square && Street[square] != Outside;

    public Ground GroundAt(Spot p) => At(p) is >= 0 and var square ? Ground[square] : Land.Ground.Dry;

    /// <summary>People per km2 at a point.</summary>
    public double Density(Spot p) => At(p) is >= 0 and var square ? People[square] * (1e6 / (Side * Side)) : 0;

    private static short[] Fill(short value)
    {
        var all = new short[Columns * Rows];
        Array.Fill(all, value);
        return all;
    }
}

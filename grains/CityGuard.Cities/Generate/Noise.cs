namespace CityGuard.Cities.Generate;

/// <summary>Smooth value noise in [-1, 1]: random heights on a lattice, joined by a smooth step.</summary>
internal sealed class Noise(ulong seed, string purpose, double wavelength)
{
    private readonly ulong _key = Chance.Of(seed, purpose).Next();

    public double At(Spot p)
    {
        double x = p.X / wavelength, y = p.Y / wavelength;
        int i = (int)Math.Floor(x), j = (int)Math.Floor(y);
        double u = Smooth(x - i), v = Smooth(y - j);
        var south = Height(i, j) + ((Height(i + 1, j) - Height(i, j)) * u);
        var north = Height(i, j + 1) + ((Height(i + 1, j + 1) - Height(i, j + 1)) * u);
        return south + ((north - south) * v);
    }

    private static double Smooth(double t) => t * t * t * ((t * ((t * 6) - 15)) + 10);

    private double Height(int i, int j)
    {
        var z = _key ^ ((ulong)(uint)i * 0x9E37_79B9_7F4A_7C15UL) ^ ((ulong)(uint)j * 0xC2B2_AE3D_27D4_EB4FUL);
        z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EBUL;
        return ((z ^ (z >> 31)) >> 11) * (2.0 / (1UL << 53)) - 1;
    }
}

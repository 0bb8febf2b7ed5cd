using System.Runtime.CompilerServices;

namespace CityGuard.Simulation.Chance;

/// <summary>Exponential variates of mean 1 by the ziggurat of 256 layers (Marsaglia and Tsang 2000): 98.9 % of them cost one multiplication and one comparison.</summary>
internal static class ExponentialDraw
{
    private const int Layers = 256;
    private const double Right = 7.69711747013104972, Area = 0.0039496598225815571993;
    private static readonly double[] X = Edges();
    private static readonly double[] Y = [.. X.Select(x => Math.Exp(-x))];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Next(ref Xoshiro256 random)
    {
        var bits = random.Bits();
        var layer = (int)(bits & (Layers - 1));
        var x = (bits >> 11) * (1.0 / (1UL << 53)) * X[layer];
        return x < X[layer + 1] ? x : Rare(ref random, layer, x);
    }

    private static double Rare(ref Xoshiro256 random, int layer, double x)
    {
        var tail = 0.0;
        while (true)
        {
            // Below the lowest layer lies the same curve again, moved to the right: nothing is remembered.
            if (layer == 0)
                tail += Right;
            else if (Y[layer] + ((Y[layer + 1] - Y[layer]) * random.Uniform()) < Math.Exp(-x))
                return tail + x;
            var bits = random.Bits();
            layer = (int)(bits & (Layers - 1));
            x = (bits >> 11) * (1.0 / (1UL << 53)) * X[layer];
            if (x < X[layer + 1])
                return tail + x;
        }
    }

    private static double[] Edges()
    {
        var x = new double[Layers + 1];
        x[0] = Area / Math.Exp(-Right);
        x[1] = Right;
        for (var i = 2; i < Layers; i++)
            x[i] = -Math.Log(Math.Exp(-x[i - 1]) + (Area / x[i - 1]));
        return x;
    }
}

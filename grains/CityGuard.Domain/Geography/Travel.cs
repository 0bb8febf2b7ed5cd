namespace CityGuard.Domain.Geography;

/// <summary>Travel times are deciseconds in 16 bits: exact to 0.1 s up to 6,553.4 s.</summary>
public static class Travel
{
    /// <summary>Marks a place that is not reached within the outermost limit.</summary>
    public const ushort Beyond = ushort.MaxValue;

    /// <summary>Seconds to deciseconds, rounded up so that a circle is never flattered; <see cref="Beyond"/> when out of range.</summary>
    public static ushort FromSeconds(double seconds)
        => seconds is >= 0 and <= 6553.4 ? (ushort)Math.Ceiling((seconds * 10) - 1e-6) : Beyond;

    /// <summary>Deciseconds to seconds.</summary>
    public static double ToSeconds(ushort deciseconds) => deciseconds / 10.0;
}

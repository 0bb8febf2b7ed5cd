namespace CityGuard.Grains.Responders;

/// <summary>
/// When a responder beacons by itself. Boards should not wait for mobile forces after a start, so those speak at once;
/// from then on everyone keeps a place of his own in the period, so that thousands do not speak in the same second.
/// </summary>
internal static class BeaconBeat
{
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(2);

    /// <summary>From the start of the activation to the first beacon.</summary>
    public static TimeSpan First(int responder, bool premisesOnly) => Share(responder) * (premisesOnly ? Period : AtOnce);

    /// <summary>From the first beacon to the second; all later ones follow a period after the one before.</summary>
    public static TimeSpan Next(int responder, bool premisesOnly) => premisesOnly ? Period : Share(responder) * (Period - AtOnce) + AtOnce;

    // The golden ratio spreads any run of neighbours evenly.
    private static double Share(int responder) => responder * 0.6180339887498949 % 1;
}

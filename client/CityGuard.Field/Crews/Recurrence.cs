using CityGuard.Field.Draws;

namespace CityGuard.Field.Crews;

/// <summary>When a crew renews what lapses: at fixed moments of absolute time, each crew its own, so that they are spread evenly and the same after a restart.</summary>
internal static class Recurrence
{
    private const int TimesBeforeLapse = 3;

    /// <summary>The first moment after <paramref name="now"/>, three to a validity. Moments are Unix milliseconds.</summary>
    public static long Next(ulong seed, Crew crew, string what, TimeSpan validity, long now)
    {
        var every = (long)validity.TotalMilliseconds / TimesBeforeLapse;
        var phase = (long)(new Xoshiro256(DrawKey.Of(seed, what).With(crew.Profile.Id.Value)).Uniform() * every);
        return ((((now - phase) / every) + 1) * every) + phase;
    }
}

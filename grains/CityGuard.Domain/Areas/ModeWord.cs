using CityGuard.Domain.Plans;

namespace CityGuard.Domain.Areas;

/// <summary>What an area said of how much goes by itself, and who said it.</summary>
/// <param name="Mode">How much goes by itself.</param>
/// <param name="Area">The area that said so; null: none did, the city was started so.</param>
/// <param name="By">Who; null: nobody.</param>
/// <param name="Why">Reason given; null: none.</param>
/// <param name="At">When; null: at the start.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.ModeWord")]
public sealed record ModeWord(
    [property: Id(0)] DispatchMode Mode,
    [property: Id(1)] AreaId? Area = null,
    [property: Id(2)] string? By = null,
    [property: Id(3)] string? Why = null,
    [property: Id(4)] DateTimeOffset? At = null)
{
    /// <summary>The word that counts: the latest, wherever above or below it was said; the stricter of two of one moment.</summary>
    public static ModeWord? Later(ModeWord? left, ModeWord? right)
        => left is null || right is null ? left ?? right
            : (right.At, right.Mode).CompareTo((left.At, left.Mode)) > 0 ? right : left;
}

namespace CityGuard.Domain.Responders;

/// <summary>
/// How long what is known of a responder holds: the one rule of who counts. Boards, figures, prices, lists and the map ask here, so that none of them
/// counts somebody whom another one has dropped.
/// </summary>
public static class Presence
{
    /// <summary>
    /// From which moment its position is stale unless a newer one comes; <see cref="DateTimeOffset.MaxValue"/>: never. A force that waits is at its post
    /// by its sign-in, whether its terminal speaks or not; once it is out, only a position that is fresh says where it is.
    /// </summary>
    /// <param name="kind">Its kind, which says for how long a position holds.</param>
    /// <param name="positionAt">When the position was measured; for one that never told any: the city's first start.</param>
    /// <param name="atPost">The position lies in the cell of its post.</param>
    public static DateTimeOffset FreshUntil(ResponderKind kind, DateTimeOffset positionAt, bool atPost)
        => (kind.FreshPositionSeconds ?? (kind.PremisesOnly || atPost ? null : kind.FreshAwaySeconds)) is { } seconds
            ? positionAt.AddSeconds(seconds)
            : DateTimeOffset.MaxValue;

    /// <summary>True while what holds until a moment holds: at that very moment it does not any more.</summary>
    public static bool Holds(DateTimeOffset until, DateTimeOffset now) => now < until;
}

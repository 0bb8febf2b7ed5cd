using CityGuard.Domain.Readiness;

namespace CityGuard.Grains.Sectors;

/// <summary>
/// What an actor of a place keeps of its board's readings: the last one, and its own since-when, which lasts through the
/// moments in which a new board does not know yet.
/// </summary>
[GenerateSerializer, Immutable, Alias("CityGuard.Grains.PlaceStanding")]
internal sealed record PlaceStanding(
    [property: Id(0)] PlaceReading? Last,
    [property: Id(1)] ReadinessLevel Certain,
    [property: Id(2)] DateTimeOffset CertainSince,
    [property: Id(3)] DateTimeOffset? PatrolledAt)
{
    public static PlaceStanding Nothing { get; } = new(null, ReadinessLevel.Unknown, default, null);

    public PlaceStanding Hear(PlaceReading reading)
    {
        if (Last is { } last && reading.At < last.At)
            return this;
        var patrolled = reading.PatrolledAt > PatrolledAt || PatrolledAt is null ? reading.PatrolledAt : PatrolledAt;
        return reading.Level == ReadinessLevel.Unknown || reading.Level == Certain
            ? this with { Last = reading, PatrolledAt = patrolled }
            : new PlaceStanding(reading, reading.Level, reading.Since, patrolled);
    }
}

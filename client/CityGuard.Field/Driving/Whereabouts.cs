using CityGuard.Domain.Geography;

namespace CityGuard.Field.Driving;

/// <summary>Where a car is: standing, or somewhere on a drive.</summary>
internal sealed class Whereabouts(Standing standing)
{
    private Standing _standing = standing;
    private Drive? _drive;
    private long _since;

    public bool IsMoving(long now) => _drive is not null && now < ArrivesAt;

    /// <summary>When the present drive ends; in the past when standing.</summary>
    public long ArrivesAt => _drive is null ? long.MinValue : _since + _drive.DurationMs;

    public GeoPoint Place(long now) => _drive?.At(now - _since) ?? _standing.Place;

    public Standing Standing(long now) => _drive?.StandingAt(now - _since) ?? _standing;

    public void Halt(long now) => (_standing, _drive) = (Standing(now), null);

    public void SetOut(Drive drive, long now) => (_drive, _since) = (drive, now);
}

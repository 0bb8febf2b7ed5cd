using CityGuard.Domain.Readiness;

namespace CityGuard.Domain.Duty;

/// <summary>The circles of a place under a duty level.</summary>
public static class TightCircle
{
    /// <summary>The standard with its rings drawn closer, to whole seconds and never below one; the outermost limit stays.</summary>
    public static ResponseStandard Under(this ResponseStandard standard, DutyMeasures level)
        => level.Circles.TryGetValue(standard.Id, out var factor) && factor is > 0 and < 1
            ? standard with { Rings = [.. standard.Rings.Select(ring => ring with { Seconds = Math.Max(1, (int)Math.Ceiling((ring.Seconds * factor) - 1e-9)) })] }
            : standard;
}

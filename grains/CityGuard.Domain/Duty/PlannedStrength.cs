namespace CityGuard.Domain.Duty;

/// <summary>Planned strength (应到): how many of those posted a duty level wants out.</summary>
public static class PlannedStrength
{
    /// <summary>Of <paramref name="posted"/> responders of a kind, how many should be out; rounded up. A kind the level does not name is out in full.</summary>
    public static int Of(DutyMeasures level, string kind, int posted)
        => level.ShareOut.TryGetValue(kind, out var share) ? (int)Math.Ceiling((Math.Clamp(share, 0, 1) * posted) - 1e-9) : posted;
}

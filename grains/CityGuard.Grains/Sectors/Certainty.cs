using CityGuard.Domain.Readiness;

namespace CityGuard.Grains.Sectors;

/// <summary>How far a board may speak of what it knows.</summary>
internal enum Certainty : byte
{
    /// <summary>Just started: nothing may be said, nobody is chosen.</summary>
    Rebuilding,

    /// <summary>Some of those at home have not answered yet: good news is true, bad news may be ignorance.</summary>
    Partial,

    /// <summary>Everyone at home has answered, or had long enough to.</summary>
    Whole,
}

/// <summary>What is shown of a level.</summary>
internal static class CertaintyRule
{
    public static ReadinessLevel Shown(this Certainty certainty, ReadinessLevel level) => certainty switch
    {
        Certainty.Whole => level,
        Certainty.Partial when level is ReadinessLevel.Met or ReadinessLevel.Thin or ReadinessLevel.Closed => level,
        _ => ReadinessLevel.Unknown,
    };
}

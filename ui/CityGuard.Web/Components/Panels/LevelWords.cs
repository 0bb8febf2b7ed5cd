using CityGuard.Domain.Readiness;

namespace CityGuard.Web.Components.Panels;

/// <summary>How a level is named and coloured everywhere.</summary>
public static class LevelWords
{
    /// <summary>The levels a reader is told of, best first, what we cannot say last.</summary>
    public static IReadOnlyList<ReadinessLevel> Shown { get; } =
        [ReadinessLevel.Met, ReadinessLevel.Thin, ReadinessLevel.Incomplete, ReadinessLevel.Late, ReadinessLevel.Dark, ReadinessLevel.Unknown];

    public static string Key(ReadinessLevel level) => $"Level.{level}";

    /// <summary>Class of a swatch: the colour, and the hatch of the levels that have one.</summary>
    public static string Css(ReadinessLevel level) => $"level-{level.ToString().ToLowerInvariant()}";
}

using CityGuard.Domain.Areas;
using CityGuard.Domain.Responders;

namespace CityGuard.Domain.Readiness;

/// <summary>How many places would fall to one level.</summary>
/// <param name="Level">Thin, incomplete, late or dark.</param>
/// <param name="Cells">Cells that would fall to it.</param>
/// <param name="People">People who live in them.</param>
/// <param name="Targets">Key targets that would fall to it.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.LevelLoss")]
public sealed record LevelLoss([property: Id(0)] ReadinessLevel Level, [property: Id(1)] int Cells, [property: Id(2)] double People, [property: Id(3)] int Targets);

/// <summary>One place that would get worse.</summary>
/// <param name="Place">Cell or target id.</param>
/// <param name="From">How it is.</param>
/// <param name="To">How it would be.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.TurnedPlace")]
public sealed record TurnedPlace([property: Id(0)] string Place, [property: Id(1)] ReadinessLevel From, [property: Id(2)] ReadinessLevel To);

/// <summary>The price in readiness of losing some responders: which places would get worse if they left where they are now.</summary>
/// <param name="Responders">Who would leave.</param>
/// <param name="Losses">By level, the four that can be fallen to.</param>
/// <param name="Worst">The places that would get worse, targets first, the gravest fall first; at most 50.</param>
/// <param name="Silent">Sectors within their reach whose boards do not answer or do not know yet: the price is partial then, and may be higher.</param>
/// <param name="AsOf">When it was worked out.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.ReadinessPrice")]
public sealed record ReadinessPrice(
    [property: Id(0)] IReadOnlyList<ResponderId> Responders,
    [property: Id(1)] IReadOnlyList<LevelLoss> Losses,
    [property: Id(2)] IReadOnlyList<TurnedPlace> Worst,
    [property: Id(3)] IReadOnlyList<AreaId> Silent,
    [property: Id(4)] DateTimeOffset AsOf)
{
    private static readonly ReadinessLevel[] Levels = [ReadinessLevel.Dark, ReadinessLevel.Late, ReadinessLevel.Incomplete, ReadinessLevel.Thin];

    /// <summary>True when at some level more cells or targets would fall that deep than in the price seen, or a sector is silent that was not.</summary>
    public bool IsWorseThan(ReadinessPrice seen)
        => Levels.Any(level => Sum(level).Cells > seen.Sum(level).Cells || Sum(level).Targets > seen.Sum(level).Targets) || Silent.Except(seen.Silent).Any();

    /// <summary>In words, e.g. <c>2 cells and 1 targets dark, 5 cells and 0 targets thin</c>; <c>nothing</c>.</summary>
    public string InWords()
    {
        var losses = Losses.Where(loss => loss.Cells + loss.Targets > 0).OrderByDescending(loss => loss.Level)
            .Select(loss => $"{loss.Cells} cells and {loss.Targets} targets {loss.Level.ToString().ToLowerInvariant()}").ToArray();
        return (losses.Length == 0 ? "nothing" : string.Join(", ", losses)) + (Silent.Count > 0 ? $"; not known of {string.Join(", ", Silent)}" : "");
    }

    // Fallen to this level or deeper: what falls deeper than before must not look like a gain above.
    private (int Cells, int Targets) Sum(ReadinessLevel level)
        => (Losses.Where(loss => loss.Level >= level).Sum(loss => loss.Cells), Losses.Where(loss => loss.Level >= level).Sum(loss => loss.Targets));
}

namespace CityGuard.Domain.Plans;

/// <summary>When two incidents are likely to be one event, and how many may be merged into one. Each part may be left out.</summary>
/// <param name="WithinMetres">They lie no further apart, metres. 1 to 10,000.</param>
/// <param name="WithinSeconds">They were received no further apart, seconds. 1 to 86,400.</param>
/// <param name="Related">Groups of incident types that people mix up or that come together; a type is always related to itself.</param>
/// <param name="PlaceWeight">How much it counts that they lie close, 0 or more.</param>
/// <param name="TimeWeight">How much it counts that they came soon after each other, 0 or more.</param>
/// <param name="TypeWeight">How much the same type counts, 0 or more; a related one counts half.</param>
/// <param name="WordsWeight">How much words in common count, 0 or more.</param>
/// <param name="MostShown">Most that are shown for one incident, 1 to 100.</param>
/// <param name="MostMerged">Most that may be merged into one incident, 1 to 1,000.</param>
public sealed record SimilarityRules(
    int WithinMetres = 500,
    int WithinSeconds = 3_600,
    IReadOnlyList<IReadOnlyList<string>>? Related = null,
    double PlaceWeight = 4,
    double TimeWeight = 2,
    double TypeWeight = 2,
    double WordsWeight = 2,
    int MostShown = 10,
    int MostMerged = 50)
{
    /// <summary>What holds where a package says nothing.</summary>
    public static SimilarityRules Default { get; } = new();

    /// <summary>Groups of types that people mix up.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Related { get; init; } = Related ?? [];

    /// <summary>True when reports of these two types may be about one event.</summary>
    public bool AreRelated(string type, string other) => type == other || Related.Any(group => group.Contains(type) && group.Contains(other));
}

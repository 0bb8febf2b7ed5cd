using CityGuard.Abstractions.Security;

namespace CityGuard.Abstractions.Readiness;

/// <summary>The door to the boards. A stateless worker: use key 0. All scope read but <see cref="Health"/>, which is open.</summary>
[Alias("CityGuard.IReadinessFront")]
public interface IReadinessFront : IGrainWithIntegerKey
{
    /// <summary>The circle of a cell.</summary>
    [Alias("Cell")]
    Task<Answer<CircleView>> Cell(Credential caller, string cell);

    /// <summary>The circle of a key target.</summary>
    [Alias("Target")]
    Task<Answer<CircleView>> Target(Credential caller, string target);

    /// <summary>Counts of an area of either tree and any level, and of the areas one level down.</summary>
    [Alias("Summary")]
    Task<Answer<ReadinessSummary>> Summary(Credential caller, string area);

    /// <summary>
    /// Targets of an area by grade; within a grade those about to break first (thin, then incomplete), then those broken already (late, dark); at most
    /// <paramref name="most"/> (1 to 200). How many there are in all stands in the levels of <see cref="Summary"/>.
    /// </summary>
    [Alias("Fragile")]
    Task<Answer<IReadOnlyList<FragileTarget>>> Fragile(Credential caller, string area, int most);

    /// <summary>Whether the city is up, as the silo that answers sees it: within two seconds, also when boards or journal do not answer.</summary>
    [Alias("Health")]
    Task<CityHealth> Health();
}

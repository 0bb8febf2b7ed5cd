using CityGuard.Abstractions.Security;

namespace CityGuard.Abstractions.Areas;

/// <summary>The door to the life of an area: its daily board, its hand-overs. A stateless worker: use key 0.</summary>
[Alias("CityGuard.IAreaFront")]
public interface IAreaFront : IGrainWithIntegerKey
{
    /// <summary>The daily board of a sector, a district or the city. Scope read.</summary>
    [Alias("Board")]
    Task<Answer<AreaBoard>> Board(Credential caller, string area);

    /// <summary>Makes a hand-over sheet of how the area stands now. Durable when answered. Scope command.</summary>
    [Alias("HandOver")]
    Task<Answer<HandOverView>> HandOver(Credential caller, string area, HandOverCommand command);

    /// <summary>Takes over by the last sheet; the one who made it cannot. Durable when answered. Scope command.</summary>
    [Alias("Acknowledge")]
    Task<Answer<HandOverView>> Acknowledge(Credential caller, string area, string sheet, AcknowledgeCommand command);

    /// <summary>One sheet. Scope read.</summary>
    [Alias("Sheet")]
    Task<Answer<HandOverView>> Sheet(Credential caller, string area, string sheet);

    /// <summary>The last sheets of an area, newest first, at most <paramref name="most"/> (1 to 100). Scope read.</summary>
    [Alias("Sheets")]
    Task<Answer<IReadOnlyList<HandOverView>>> Sheets(Credential caller, string area, int most);
}

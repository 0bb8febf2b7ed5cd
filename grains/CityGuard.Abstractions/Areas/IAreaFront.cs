using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Readiness;

namespace CityGuard.Abstractions.Areas;

/// <summary>The door to the life of an area: its daily board, its hand-overs, its aid to and from others. A stateless worker: use key 0.</summary>
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

    /// <summary>What readiness loses if these responders (1 to 20) left now. Partial where boards are silent. Scope read.</summary>
    [Alias("Price")]
    Task<Answer<ReadinessPrice>> Price(Credential caller, IReadOnlyList<string> responders);

    /// <summary>What readiness loses if each of these responders (1 to 20) left now alone, in their order. Partial where boards are silent. Scope read.</summary>
    [Alias("Prices")]
    Task<Answer<IReadOnlyList<ReadinessPrice>>> Prices(Credential caller, IReadOnlyList<string> responders);

    /// <summary>Whom an area may ask for aid: its neighbours of the same level, and those above it. Scope read.</summary>
    [Alias("Donors")]
    Task<Answer<IReadOnlyList<AreaId>>> Donors(Credential caller, string area);

    /// <summary>An area asks another for responders. Durable when answered. Scope command, in the area that asks.</summary>
    [Alias("AskAid")]
    Task<Answer<AidView>> AskAid(Credential caller, string area, AidCommand command);

    /// <summary>Consents with the price known. Durable when answered. Scope command, in the area that is asked.</summary>
    [Alias("Consent")]
    Task<Answer<AidView>> Consent(Credential caller, string area, string aid, ConsentCommand command);

    /// <summary>Declines. Scope command, in the area that is asked.</summary>
    [Alias("Decline")]
    Task<Answer<AidView>> Decline(Credential caller, string area, string aid, AidAnswer answer);

    /// <summary>Ends an aid before its time, or takes a request back. Scope command, in either area.</summary>
    [Alias("EndAid")]
    Task<Answer<AidView>> EndAid(Credential caller, string area, string aid, AidAnswer answer);

    /// <summary>One request of which the area is one side. Scope read.</summary>
    [Alias("Aid")]
    Task<Answer<AidView>> Aid(Credential caller, string area, string aid);

    /// <summary>The open requests of which the area, or one below it, is one side; newest first. Scope read.</summary>
    [Alias("Aids")]
    Task<Answer<IReadOnlyList<AidView>>> Aids(Credential caller, string area);

    /// <summary>Says how much goes by itself in an area and all below it; the latest word above or below counts. Durable when answered. Scope command.</summary>
    [Alias("SetMode")]
    Task<Answer<Done>> SetMode(Credential caller, string area, ModeCommand command);

    /// <summary>What was said here, and what counts in each sector. Scope read.</summary>
    [Alias("Modes")]
    Task<Answer<AreaModes>> Modes(Credential caller, string area);
}

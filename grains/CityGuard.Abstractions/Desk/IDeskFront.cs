using CityGuard.Abstractions.Security;
using CityGuard.Domain.People;

namespace CityGuard.Abstractions.Desk;

/// <summary>The door for people at a desk. A stateless worker: use key 0. All scope read: what they command goes through the doors of the things themselves.</summary>
[Alias("CityGuard.IDeskFront")]
public interface IDeskFront : IGrainWithIntegerKey
{
    /// <summary>Who could be sent in a role of an incident now, as the dispatch policy sees it; nothing is journaled.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="incident">The incident.</param>
    /// <param name="role">1 to 64 characters; one of the plan's or another.</param>
    [Alias("Candidates")]
    Task<Answer<CandidateList>> Candidates(Credential caller, string incident, string role);

    /// <summary>Everything that is recorded of an incident, oldest first: who, when, why.</summary>
    [Alias("Timeline")]
    Task<Answer<IReadOnlyList<TimelineEntry>>> Timeline(Credential caller, string incident);

    /// <summary>Tells others that the caller has an incident open; holds for 30 s.</summary>
    /// <param name="caller">Who; a key tells nothing about a person, but may.</param>
    /// <param name="incident">The incident.</param>
    /// <param name="window">The caller's own id of the window, 1 to 64 characters.</param>
    /// <param name="attention">What the person does there.</param>
    /// <param name="role">The role that a command is about, at most 64 characters.</param>
    [Alias("Look")]
    Task<Answer<Done>> Look(Credential caller, string incident, string window, Attention attention, string? role);

    /// <summary>Who has which incident of an area (any level) open.</summary>
    [Alias("Present")]
    Task<Answer<IReadOnlyList<PresenceView>>> Present(Credential caller, string area);

    /// <summary>Open incidents that may be one event with this one, likeliest first, with the reasons. Texts count as far as the caller may read them; nothing is recorded.</summary>
    [Alias("Similar")]
    Task<Answer<SimilarList>> Similar(Credential caller, string incident);
}

using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.People;
using CityGuard.Domain.Responders;

namespace CityGuard.Abstractions.Desk;

/// <summary>Who could be sent in a role, as one moment saw it.</summary>
/// <param name="Role">Role.</param>
/// <param name="Version">Version of the incident that was asked.</param>
/// <param name="Missing">How many the plan still wants in this role; so many are marked as chosen.</param>
/// <param name="Candidates">Who would be sent first, then who is fit, by arrival; then why others nearby are not.</param>
/// <param name="Counts">How many got each verdict, over all considered.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.CandidateList")]
public sealed record CandidateList(
    [property: Id(0)] string Role,
    [property: Id(1)] long Version,
    [property: Id(2)] int Missing,
    [property: Id(3)] IReadOnlyList<CandidateView> Candidates,
    [property: Id(4)] IReadOnlyDictionary<string, int> Counts);

/// <summary>One recorded fact of an incident, as people read it.</summary>
/// <param name="Version">Its place in the incident's stream.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Kind">What it is: the name of the fact in the journal.</param>
/// <param name="By">The person who did it; null: the city did, or a crew.</param>
/// <param name="Why">The reason given.</param>
/// <param name="Responders">Whom it is about.</param>
/// <param name="Role">The role it is about.</param>
/// <param name="Detail">The step, clock, desk or the like that it names.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.TimelineEntry")]
public sealed record TimelineEntry(
    [property: Id(0)] long Version,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] string Kind,
    [property: Id(3)] string? By,
    [property: Id(4)] string? Why,
    [property: Id(5)] IReadOnlyList<ResponderId> Responders,
    [property: Id(6)] string? Role,
    [property: Id(7)] string? Detail);

/// <summary>A person who has an incident open.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Name">Who.</param>
/// <param name="Attention">Looking, or about to give a command.</param>
/// <param name="Role">The role that the command is about.</param>
/// <param name="Since">Since when it has been so.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.PresenceView")]
public sealed record PresenceView(
    [property: Id(0)] IncidentId Incident,
    [property: Id(1)] string Name,
    [property: Id(2)] Attention Attention,
    [property: Id(3)] string? Role,
    [property: Id(4)] DateTimeOffset Since);

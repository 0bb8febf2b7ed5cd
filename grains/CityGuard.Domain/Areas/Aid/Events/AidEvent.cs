using System.Text.Json.Serialization;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Responders;

namespace CityGuard.Domain.Areas.Aid.Events;

/// <summary>A fact of one request for mutual aid, stream <c>a-...</c>.</summary>
/// <param name="At">When it was recorded.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(AidRequested), nameof(AidRequested))]
[JsonDerivedType(typeof(AidConsented), nameof(AidConsented))]
[JsonDerivedType(typeof(AidDeclined), nameof(AidDeclined))]
[JsonDerivedType(typeof(AidLent), nameof(AidLent))]
[JsonDerivedType(typeof(AidNotLent), nameof(AidNotLent))]
[JsonDerivedType(typeof(AidEnded), nameof(AidEnded))]
[JsonDerivedType(typeof(AidReturned), nameof(AidReturned))]
public abstract record AidEvent(DateTimeOffset At)
{
    /// <summary>Version of this kind's shape.</summary>
    [JsonPropertyOrder(-1)]
    public virtual int V => 1;
}

/// <summary>An area asks another for responders.</summary>
/// <param name="Borrower">Who asks.</param>
/// <param name="Donor">Whom.</param>
/// <param name="Wanted">Kind of responder.</param>
/// <param name="Count">How many.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Incident">For which incident; null: for none in particular.</param>
/// <param name="Until">They come home then, by themselves.</param>
/// <param name="By">The person who asks.</param>
/// <param name="Command">Id of the command.</param>
/// <param name="At">When.</param>
public sealed record AidRequested(
    AreaId Borrower, AreaId Donor, string Wanted, int Count, string Purpose, IncidentId? Incident, DateTimeOffset Until, string By, string Command, DateTimeOffset At) : AidEvent(At);

/// <summary>The donor's person consents, knowing the price.</summary>
/// <param name="Responders">Who is lent.</param>
/// <param name="Price">What the donor loses, as worked out at that moment and no worse than what the person had seen.</param>
/// <param name="By">The person, never the one who asked.</param>
/// <param name="Why">Reason given.</param>
/// <param name="Command">Id of the command.</param>
/// <param name="At">When.</param>
public sealed record AidConsented(IReadOnlyList<ResponderId> Responders, ReadinessPrice Price, string By, string Why, string Command, DateTimeOffset At) : AidEvent(At);

/// <summary>The donor's person declines.</summary>
public sealed record AidDeclined(string By, string Why, string Command, DateTimeOffset At) : AidEvent(At);

/// <summary>A responder said that it is lent.</summary>
public sealed record AidLent(ResponderId Responder, DateTimeOffset At) : AidEvent(At);

/// <summary>A responder could not be lent.</summary>
public sealed record AidNotLent(ResponderId Responder, string Reason, DateTimeOffset At) : AidEvent(At);

/// <summary>It is over: by its time, or because a person of either side ended it or took the request back.</summary>
/// <param name="By">The person; null: its time was over.</param>
/// <param name="Why">Reason given; null: its time was over.</param>
/// <param name="Command">Id of the command; null: its time was over.</param>
/// <param name="At">When.</param>
public sealed record AidEnded(string? By, string? Why, string? Command, DateTimeOffset At) : AidEvent(At);

/// <summary>A responder said that it is its own area's again; what it is busy with it finishes first.</summary>
public sealed record AidReturned(ResponderId Responder, DateTimeOffset At) : AidEvent(At);

using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Aid;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Responders;

namespace CityGuard.Abstractions.Areas;

/// <summary>Asks another area for responders.</summary>
/// <param name="From">Whom is asked: a neighbour sector, or the district or city above.</param>
/// <param name="Kind">Kind of responder.</param>
/// <param name="Count">How many, 1 to 20.</param>
/// <param name="Purpose">What for, 1 to 500 characters.</param>
/// <param name="Until">They come home then, by themselves; at most 7 days ahead.</param>
/// <param name="Incident">For which incident; null: for none in particular.</param>
/// <param name="Command">Id of the command; sent again, it is the same request.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.AidCommand")]
public sealed record AidCommand(
    [property: Id(0)] AreaId From,
    [property: Id(1)] string Kind,
    [property: Id(2)] int Count,
    [property: Id(3)] string Purpose,
    [property: Id(4)] DateTimeOffset Until,
    [property: Id(5)] IncidentId? Incident = null,
    [property: Id(6)] string? Command = null);

/// <summary>Consents to a request, naming who is lent.</summary>
/// <param name="Responders">Who is lent: posted in the donor's area, of the kind asked for.</param>
/// <param name="Seen">The price as the person saw it. It is worked out again, and consent is refused when it has become worse.</param>
/// <param name="Why">Reason, 1 to 500 characters.</param>
/// <param name="IfVersion">Refused when the request has another version; null: whatever it is.</param>
/// <param name="Command">Id of the command.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.ConsentCommand")]
public sealed record ConsentCommand(
    [property: Id(0)] IReadOnlyList<ResponderId> Responders,
    [property: Id(1)] ReadinessPrice Seen,
    [property: Id(2)] string Why,
    [property: Id(3)] long? IfVersion = null,
    [property: Id(4)] string? Command = null);

/// <summary>Declines a request, or ends an aid before its time.</summary>
/// <param name="Why">Reason, 1 to 500 characters.</param>
/// <param name="Command">Id of the command.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.AidAnswer")]
public sealed record AidAnswer([property: Id(0)] string Why, [property: Id(1)] string? Command = null);

/// <summary>One responder of an aid.</summary>
/// <param name="Responder">Who.</param>
/// <param name="State">How far.</param>
/// <param name="Reason">Why it could not be lent.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.LoanView")]
public sealed record LoanView([property: Id(0)] ResponderId Responder, [property: Id(1)] LoanPhase State, [property: Id(2)] string? Reason);

/// <summary>A request for mutual aid (跨区增援) and what became of it.</summary>
/// <param name="Id">The request.</param>
/// <param name="Version">Version of its stream.</param>
/// <param name="State">How far.</param>
/// <param name="Borrower">Who asks.</param>
/// <param name="Donor">Whom.</param>
/// <param name="Kind">Kind of responder.</param>
/// <param name="Count">How many.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Incident">For which incident.</param>
/// <param name="Until">They come home then.</param>
/// <param name="AskedBy">Who asked.</param>
/// <param name="AskedAt">When.</param>
/// <param name="Loans">Those named in the consent.</param>
/// <param name="Price">What the donor loses, as it was at the consent.</param>
/// <param name="AnsweredBy">Who consented or declined.</param>
/// <param name="AnsweredAt">When.</param>
/// <param name="Why">Why so.</param>
/// <param name="EndedBy">Who ended it; null: nobody, or its time.</param>
/// <param name="EndedAt">When it ended.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.AidView")]
public sealed record AidView(
    [property: Id(0)] AidId Id,
    [property: Id(1)] long Version,
    [property: Id(2)] AidPhase State,
    [property: Id(3)] AreaId Borrower,
    [property: Id(4)] AreaId Donor,
    [property: Id(5)] string Kind,
    [property: Id(6)] int Count,
    [property: Id(7)] string Purpose,
    [property: Id(8)] IncidentId? Incident,
    [property: Id(9)] DateTimeOffset Until,
    [property: Id(10)] string AskedBy,
    [property: Id(11)] DateTimeOffset AskedAt,
    [property: Id(12)] IReadOnlyList<LoanView> Loans,
    [property: Id(13)] ReadinessPrice? Price,
    [property: Id(14)] string? AnsweredBy,
    [property: Id(15)] DateTimeOffset? AnsweredAt,
    [property: Id(16)] string? Why,
    [property: Id(17)] string? EndedBy,
    [property: Id(18)] DateTimeOffset? EndedAt);

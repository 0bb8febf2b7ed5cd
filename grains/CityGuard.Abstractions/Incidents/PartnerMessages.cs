using CityGuard.Domain.Areas;

namespace CityGuard.Abstractions.Incidents;

/// <summary>What a neighbour city has answered to a request for forces.</summary>
/// <param name="Count">How many it sends, 0 to what was asked for; 0: it sends none, and the next city is asked.</param>
/// <param name="Why">What it said, 1 to 500 characters.</param>
/// <param name="ArrivesAt">When they will be there; null: not said.</param>
/// <param name="IfVersion">Refuse with conflict when the incident has moved on; null: do not care.</param>
/// <param name="Command">Id of this command, see <see cref="RecallCommand"/>.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.PartnerAnswerCommand")]
public sealed record PartnerAnswerCommand(
    [property: Id(0)] int Count, [property: Id(1)] string Why, [property: Id(2)] DateTimeOffset? ArrivesAt = null, [property: Id(3)] long? IfVersion = null, [property: Id(4)] string? Command = null);

/// <summary>A neighbour city that is asked for forces, since nobody in the city fits a role.</summary>
/// <param name="Number">Number of the request within the incident, from 1.</param>
/// <param name="Partner">Key of the city.</param>
/// <param name="Name">Its name.</param>
/// <param name="Role">The role.</param>
/// <param name="Kind">Kind of the forces.</param>
/// <param name="Count">How many were asked for.</param>
/// <param name="AskedAt">When it was to be asked.</param>
/// <param name="ExpectedAt">When they could be there, as agreed with it and by the travel times; null: the way is not known.</param>
/// <param name="Sends">How many it sends; null: no answer yet.</param>
/// <param name="ArrivesAt">When it says that they will be there; null: not said.</param>
/// <param name="By">Who recorded the answer.</param>
/// <param name="Why">What it said.</param>
/// <param name="Withdrawn">Why it is needed no more: <c>filled</c>, <c>closed</c> or <c>unwanted</c>; null: it is.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.PartnerView")]
public sealed record PartnerView(
    [property: Id(0)] int Number,
    [property: Id(1)] string Partner,
    [property: Id(2)] BilingualName Name,
    [property: Id(3)] string Role,
    [property: Id(4)] string Kind,
    [property: Id(5)] int Count,
    [property: Id(6)] DateTimeOffset AskedAt,
    [property: Id(7)] DateTimeOffset? ExpectedAt,
    [property: Id(8)] int? Sends,
    [property: Id(9)] DateTimeOffset? ArrivesAt,
    [property: Id(10)] string? By,
    [property: Id(11)] string? Why,
    [property: Id(12)] string? Withdrawn)
{
    /// <summary>True while an answer is waited for.</summary>
    public bool IsPending => Sends is null && Withdrawn is null;
}

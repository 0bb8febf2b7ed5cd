using CityGuard.Abstractions;
using CityGuard.Abstractions.Responders;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Aid;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Duty;
using Orleans.Concurrency;

namespace CityGuard.Grains.Responders;

/// <summary>A responder of any kind: the only truth of who holds it. Keyed by responder id.</summary>
[Alias("CityGuard.Grains.IResponderGrain")]
internal partial interface IResponderGrain : IUnderDuty
{
    /// <summary>Step 2 of the assignment protocol.</summary>
    [Alias("Reserve")]
    Task<ReserveAnswer> Reserve(IncidentId incident, OperationId op, long expectedEpoch);

    /// <summary>Gives the responder back; nothing happens unless both match. Unless the crew is done, its order is taken back.</summary>
    [Alias("Release")]
    Task Release(IncidentId incident, long epoch, bool done);

    /// <summary>Told by the incident once it has journaled the grant: passes the order on to the crew.</summary>
    [Alias("Deliver"), OneWay]
    Task Deliver(Order order);

    /// <summary>Told by the incident once it has journaled a step.</summary>
    [Alias("Progressed"), OneWay]
    Task Progressed(OperationId op, long epoch, AssignmentProgress progress, DateTimeOffset at);

    /// <summary>True when this incident holds it by this operation and epoch.</summary>
    [Alias("Holds"), AlwaysInterleave]
    Task<bool> Holds(IncidentId incident, OperationId op, long epoch);

    /// <summary>Every 30 s from an incident that holds it, or believed so until now: another activation may have written what this one does not know.</summary>
    [Alias("Look"), OneWay]
    Task Look();

    /// <summary>The responder's own states: available, outOfService, signIn. Journaled before it answers.</summary>
    [Alias("ReportOwnStatus")]
    Task<Answer<Done>> ReportOwnStatus(StatusReport status, string by);

    /// <summary>A fix that Front has validated and located. Refused when older than the last.</summary>
    [Alias("Position")]
    Task<Refusal?> Position(GeoPoint position, int cell, DateTimeOffset at);

    /// <summary>From its home sector: posts have been moved so often. Answered once it knows its own.</summary>
    [Alias("TakePost")]
    Task<Beacon> TakePost(int count);

    /// <summary>What people see.</summary>
    [Alias("View"), AlwaysInterleave]
    Task<ResponderView> View();

    /// <summary>Orders after a sequence number, waiting at most <paramref name="wait"/>.</summary>
    [Alias("Orders"), AlwaysInterleave, ResponseTimeout("00:00:40")]
    Task<OrderBatch> Orders(long after, TimeSpan wait);

    /// <summary>Lends it to another area until a moment; null: it is lent, by this very request. Journaled before it answers.</summary>
    [Alias("Lend")]
    Task<Refusal?> Lend(AidId aid, AreaId to, DateTimeOffset until);

    /// <summary>Ends the lending of this request; whoever holds it goes on holding it. Journaled before it answers.</summary>
    [Alias("ComeHome")]
    Task ComeHome(AidId aid);

    /// <summary>Called by the home sector: activates the actor and answers with its present beacon, which wins over silence.</summary>
    [Alias("Wake"), AlwaysInterleave]
    Task<Beacon> Wake();
}

/// <summary>The responder's answer to a reservation.</summary>
/// <param name="Granted">Held now by this operation.</param>
/// <param name="Epoch">The epoch in force.</param>
/// <param name="Reason">When refused: why.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.Grains.ReserveAnswer")]
internal readonly record struct ReserveAnswer([property: Id(0)] bool Granted, [property: Id(1)] long Epoch, [property: Id(2)] string? Reason);

/// <summary>
/// What a responder tells the boards within its reach, one-way: when it changes cell or availability and every 30 s.
/// Ordered by (Epoch, Incarnation, Seq): older ones are ignored.
/// </summary>
/// <param name="Responder">Index in the city model.</param>
/// <param name="Epoch">Ownership epoch from its journal.</param>
/// <param name="Incarnation">Start time of the activation, Unix milliseconds.</param>
/// <param name="Seq">Counts up within an activation.</param>
/// <param name="Cell">Cell it is in.</param>
/// <param name="Status">What it does.</param>
/// <param name="Incident">Held by this incident, or null.</param>
/// <param name="PositionAt">When its position was measured; null: it never told any, and stands at its post by its sign-in.</param>
/// <param name="FreshUntil">From this moment on its position is stale unless a newer beacon says otherwise.</param>
/// <param name="AvailableInDeciseconds">Remaining time of what it does now, 0 when free.</param>
/// <param name="ReadyUntil">From this moment on a check or its sign-in has lapsed unless a newer beacon says otherwise.</param>
/// <param name="LentTo">Area (city index) that it is lent to, -1: none.</param>
/// <param name="DutyStamp">How many changes of duty it has heard; its home sector tells it when that is fewer than its own.</param>
/// <param name="LentUntil">From this moment on it is its own area's again.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.Grains.Beacon")]
internal sealed record Beacon(
    [property: Id(0)] int Responder,
    [property: Id(1)] long Epoch,
    [property: Id(2)] long Incarnation,
    [property: Id(3)] long Seq,
    [property: Id(4)] int Cell,
    [property: Id(5)] ResponderStatus Status,
    [property: Id(6)] IncidentId? Incident,
    [property: Id(8)] DateTimeOffset? PositionAt,
    [property: Id(9)] DateTimeOffset FreshUntil,
    [property: Id(10)] ushort AvailableInDeciseconds,
    [property: Id(11)] DateTimeOffset ReadyUntil,
    [property: Id(60)] int LentTo = -1,
    [property: Id(61)] DateTimeOffset LentUntil = default,
    [property: Id(50)] long DutyStamp = 0)
{
    /// <summary>The first moment at which it no longer counts by itself.</summary>
    public DateTimeOffset CountsUntil => ReadyUntil < FreshUntil ? ReadyUntil : FreshUntil;
}

using System.Collections.Immutable;
using CityGuard.Domain.Incidents;

namespace CityGuard.Domain.Responders;

/// <summary>
/// What a responder's stream says: the only truth of who holds it. An empty stream says: in service, free,
/// signed in and checked at the city's first start.
/// </summary>
/// <param name="Epoch">Raised by one whenever ownership or service changes.</param>
/// <param name="Incident">Its holder; null: free.</param>
/// <param name="Op">The operation by which it is held.</param>
/// <param name="InService">False: off line.</param>
/// <param name="SignedInAt">Last sign-in; null: none since the city's first start.</param>
/// <param name="Renewed">When each check was last renewed; a check not named: at the city's first start.</param>
/// <param name="LastStamp">Time of its last fact of ownership or service.</param>
/// <param name="StatusAfter">An <c>available</c> or <c>outOfService</c> said before this is a late copy: something newer is recorded.</param>
public sealed record ResponderState(
    long Epoch,
    IncidentId? Incident,
    OperationId? Op,
    bool InService,
    DateTimeOffset? SignedInAt,
    ImmutableSortedDictionary<string, DateTimeOffset> Renewed,
    DateTimeOffset LastStamp,
    DateTimeOffset StatusAfter)
{
    /// <summary>The last order, when it was taken back before the crew was done: whoever asks for orders must hear that. Null: nothing was.</summary>
    public TakenBackOrder? TakenBack { get; init; }

    /// <summary>To whom it is lent; it may be over by its time. Null: it is its own area's.</summary>
    public Lending? Lent { get; init; }

    /// <summary>Incidents that it was taken from and that have not journaled it yet.</summary>
    public ImmutableList<OwedLoss> Owes { get; init; } = [];

    /// <summary>Force-releases that were carried out, the latest of them.</summary>
    public ImmutableList<KnownForceRelease> Forced { get; init; } = [];

    /// <summary>An empty stream. One instance serves the thousands that nothing ever happened to.</summary>
    public static ResponderState Initial { get; } = new(
        0, null, null, true, null, ImmutableSortedDictionary.Create<string, DateTimeOffset>(StringComparer.Ordinal), DateTimeOffset.MinValue, DateTimeOffset.MinValue);

    /// <summary>True when nobody holds it.</summary>
    public bool IsFree => Incident is null;

    /// <summary>True when held by exactly this.</summary>
    public bool IsHeldBy(IncidentId incident, OperationId op) => Incident == incident && Op == op;
}

/// <summary>An order that was taken back.</summary>
/// <param name="Incident">Whose it was.</param>
/// <param name="Op">By which operation.</param>
/// <param name="Epoch">Epoch of the order.</param>
/// <param name="At">When it was taken back.</param>
public sealed record TakenBackOrder(IncidentId Incident, OperationId Op, long Epoch, DateTimeOffset At);

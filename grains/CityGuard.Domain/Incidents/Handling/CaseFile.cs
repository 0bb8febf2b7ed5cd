using System.Collections.Immutable;
using CityGuard.Domain.GridEvents;
using CityGuard.Domain.Incidents.Events;

namespace CityGuard.Domain.Incidents.Handling;

/// <summary>What an incident's stream says of the case itself: whether it is true, and what people have said of it.</summary>
public sealed record CaseFile
{
    /// <summary>Before the first report.</summary>
    public static CaseFile Empty { get; } = new();

    /// <summary>When it was known to be true: the receipt of a trusted report; null: nobody vouches for it yet.</summary>
    public DateTimeOffset? VerifiedAt { get; init; }

    /// <summary>Who made sure, when that took somebody.</summary>
    public Verified? Verification { get; init; }

    /// <summary>The first of two words for a false alarm.</summary>
    public FalseAlarmCalled? CalledOff { get; init; }

    /// <summary>It was a false alarm.</summary>
    public FalseAlarm? FalseAlarm { get; init; }

    /// <summary>The feedback of this round; null: not yet.</summary>
    public FedBack? Feedback { get; init; }

    /// <summary>Everybody who has fed back, in any round.</summary>
    public ImmutableHashSet<string> FedBackBy { get; init; } = [];

    /// <summary>The check that it passed; null: not yet.</summary>
    public Checked? Check { get; init; }

    /// <summary>The last check that it did not pass.</summary>
    public CheckFailed? Failed { get; init; }

    /// <summary>The evaluation that a person has signed.</summary>
    public Evaluated? Evaluation { get; init; }

    /// <summary>When the last crew cleared, or a desk took it over; null: neither.</summary>
    public DateTimeOffset? HandledAt { get; init; }

    /// <summary>All tellings of command levels, by number.</summary>
    public ImmutableList<Escalation> Escalations { get; init; } = [];

    /// <summary>The leader who is on scene.</summary>
    public LeaderArrived? Leader { get; init; }

    /// <summary>Who leads on scene, or did last; null: nobody was there yet.</summary>
    public OperationId? Lead { get; init; }

    /// <summary>The ticket that was handed over to 110 and became this; null: none.</summary>
    public GridEventId? LinkedTo { get; init; }

    /// <summary>Its own hand-over to 12345; null: none.</summary>
    public Transferred? Transfer { get; init; }

    /// <summary>When it was known that the ticket is open; null: not yet.</summary>
    public DateTimeOffset? TransferTakenAt { get; init; }

    /// <summary>True: a person gave the lead, and no rule takes it while its holder is there.</summary>
    public bool IsLeadByHand { get; init; }
}

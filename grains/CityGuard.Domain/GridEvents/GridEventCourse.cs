using System.Collections.Immutable;
using CityGuard.Domain.Areas;
using CityGuard.Domain.GridEvents.Events;

namespace CityGuard.Domain.GridEvents;

/// <summary>A clock that runs.</summary>
/// <param name="Id">Unique in the event.</param>
/// <param name="Due">When.</param>
public sealed record GridEventClock(string Id, DateTimeOffset Due);

/// <summary>What a grid event's stream says.</summary>
public sealed record GridEventCourse
{
    /// <summary>An empty stream.</summary>
    public static GridEventCourse Empty { get; } = new();

    /// <summary>How far it is.</summary>
    public GridEventStep Step { get; init; }

    /// <summary>How many steps were taken so far: the number of the step that it waits for.</summary>
    public int Steps { get; init; }

    /// <summary>When the last step was taken.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>The first report; null before it.</summary>
    public EventCollected? Collected { get; init; }

    /// <summary>Category in force: the report's, until registration says another.</summary>
    public string Category { get; init; } = "";

    /// <summary>Other contents that came under the same report id.</summary>
    public ImmutableList<EventDiffered> Differing { get; init; } = [];

    /// <summary>To whom it is assigned; null: to nobody.</summary>
    public Assignee? Assignee { get; init; }

    /// <summary>Everybody who has handled it.</summary>
    public ImmutableList<Actor> Handlers { get; init; } = [];

    /// <summary>Everybody who has checked it.</summary>
    public ImmutableList<Actor> Checkers { get; init; } = [];

    /// <summary>How many checks failed.</summary>
    public int FailedChecks { get; init; }

    /// <summary>Each step that was waited for, how long it took and how long it might.</summary>
    public ImmutableList<StepInterval> Intervals { get; init; } = [];

    /// <summary>The due time of what it waits for, whatever has climbed since; null: none.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>The clock that runs; null: none.</summary>
    public GridEventClock? Clock { get; init; }

    /// <summary>The levels that were told of what it waits for now; empty once that is served.</summary>
    public ImmutableList<AreaId> Told { get; init; } = [];

    /// <summary>Its hand-over to 110; null: none.</summary>
    public EventTransfer? Transfer { get; init; }

    /// <summary>True while something is to be done here: a step, or a hand-over that the other side does not have yet.</summary>
    public bool IsUnfinished => Step.IsOpen() || Transfer is { TakenAt: null };

    /// <summary>Commands that were carried out, by id.</summary>
    public ImmutableDictionary<string, CommandedFact> Commands { get; init; } = ImmutableDictionary<string, CommandedFact>.Empty;

    /// <summary>Every fact, in order.</summary>
    public ImmutableList<GridEventFact> Facts { get; init; } = [];

    /// <summary>Time of the last fact.</summary>
    public DateTimeOffset LastStamp { get; init; }

    /// <summary>The stamp for a fact recorded now.</summary>
    public DateTimeOffset Stamp(DateTimeOffset now) => now > LastStamp ? now : LastStamp;
}

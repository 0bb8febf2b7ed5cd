using System.Collections.Immutable;
using CityGuard.Domain.Plans;

namespace CityGuard.Domain.Incidents;

/// <summary>A command post (现场指挥部) of a major incident.</summary>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="By">Who opened it; null: the plan.</param>
/// <param name="Why">Why.</param>
public sealed record CommandPost(DateTimeOffset OpenedAt, string? By, string Why)
{
    /// <summary>What must be done, in the order of the plan.</summary>
    public ImmutableList<ChecklistLine> Checklist { get; init; } = [];

    /// <summary>The log, oldest first.</summary>
    public ImmutableList<PostNote> Notes { get; init; } = [];

    /// <summary>Operations that the post has let go; all others of the incident are pinned.</summary>
    public ImmutableHashSet<OperationId> LetGo { get; init; } = [];

    /// <summary>Who stood it down; null while it stands.</summary>
    public string? StoodDownBy { get; init; }

    /// <summary>When it was stood down.</summary>
    public DateTimeOffset? StoodDownAt { get; init; }

    /// <summary>True while it stands.</summary>
    public bool Stands => StoodDownAt is null;

    /// <summary>The post with one line of its checklist changed.</summary>
    public CommandPost With(string item, Func<ChecklistLine, ChecklistLine> change)
        => this with { Checklist = Checklist.ConvertAll(line => line.Item.Id == item ? change(line) : line) };

    /// <summary>True when this operation may not be taken from the incident.</summary>
    public bool Pins(OperationId op) => Stands && !LetGo.Contains(op);
}

/// <summary>One line of a checklist.</summary>
/// <param name="Item">What, whose, within what time.</param>
/// <param name="Due">When it is due.</param>
/// <param name="DoneBy">Who did it; null: nobody yet.</param>
/// <param name="DoneAt">When.</param>
/// <param name="Lapsed">True once it is recorded that it was not done in time.</param>
public sealed record ChecklistLine(ChecklistItem Item, DateTimeOffset Due, string? DoneBy = null, DateTimeOffset? DoneAt = null, bool Lapsed = false)
{
    /// <summary>True while its clock runs.</summary>
    public bool Waits => DoneAt is null && !Lapsed;
}

/// <summary>An entry of the log.</summary>
public sealed record PostNote(CentreDesk Desk, string Vault, string By, DateTimeOffset At);

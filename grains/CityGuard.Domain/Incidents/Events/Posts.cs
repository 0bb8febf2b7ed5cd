using CityGuard.Domain.Plans;

namespace CityGuard.Domain.Incidents.Events;

/// <summary>A command post was opened for the incident; all forces on it are pinned from here on.</summary>
/// <param name="By">The person; null: the plan says so.</param>
/// <param name="Why">Reason.</param>
/// <param name="Checklist">What must be done, whose it is and when it is due.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Command">Id of the person's command; null: there was none.</param>
public sealed record PostOpened(string? By, string Why, IReadOnlyList<ChecklistItem> Checklist, DateTimeOffset At, string? Command = null) : IncidentEvent(At);

/// <summary>An item of the checklist was done.</summary>
public sealed record ChecklistDone(string Item, string By, DateTimeOffset At, string? Command = null) : IncidentEvent(At);

/// <summary>An item of the checklist was not done when it was due. Recorded once.</summary>
public sealed record ChecklistLapsed(string Item, CentreDesk Owner, DateTimeOffset Due, DateTimeOffset At) : IncidentEvent(At);

/// <summary>A desk wrote into the log. The text is in the vault: nobody can know whom it names.</summary>
/// <param name="Desk">Whose entry.</param>
/// <param name="Vault">Random reference to the text.</param>
/// <param name="By">Who wrote it.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Command">Id of the command; null: there was none.</param>
public sealed record PostNoted(CentreDesk Desk, string Vault, string By, DateTimeOffset At, string? Command = null) : IncidentEvent(At);

/// <summary>The post lets a force go: it may be recalled, replaced or diverted again.</summary>
public sealed record ForceUnpinned(OperationId Op, string By, string Why, DateTimeOffset At, string? Command = null) : IncidentEvent(At);

/// <summary>The post holds a force again.</summary>
public sealed record ForcePinned(OperationId Op, string By, string Why, DateTimeOffset At, string? Command = null) : IncidentEvent(At);

/// <summary>The post was stood down; nothing is pinned any more.</summary>
public sealed record PostStoodDown(string By, string Why, DateTimeOffset At, string? Command = null) : IncidentEvent(At);

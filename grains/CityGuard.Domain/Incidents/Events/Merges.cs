namespace CityGuard.Domain.Incidents.Events;

/// <summary>A person wants this incident to join an older one: both are about one event. Until the elder has answered nothing else changes, and it is not closed.</summary>
/// <param name="Attempt">Counts up in this incident from 1: answers to an older attempt count for nothing.</param>
/// <param name="Into">The elder.</param>
/// <param name="By">The person.</param>
/// <param name="Why">Reason.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Command">Id of the command; null: there was none.</param>
public sealed record MergeRequested(int Attempt, IncidentId Into, string By, string Why, DateTimeOffset At, string? Command = null) : IncidentEvent(At);

/// <summary>The elder has said no.</summary>
/// <param name="Attempt">Which attempt.</param>
/// <param name="Reason">The elder's reason.</param>
/// <param name="Holder">Who or what stands in the way; null: nobody.</param>
/// <param name="At">When it was recorded.</param>
public sealed record MergeRefused(int Attempt, string Reason, string? Holder, DateTimeOffset At) : IncidentEvent(At);

/// <summary>It has joined the elder, which holds its reports; it closes in the same append.</summary>
/// <param name="Attempt">Which attempt.</param>
/// <param name="Into">The elder.</param>
/// <param name="At">When it was recorded.</param>
public sealed record Merged(int Attempt, IncidentId Into, DateTimeOffset At) : IncidentEvent(At);

/// <summary>It was another event after all: it is on its own again, in a new round that begins in the same append. It owes the elder that word.</summary>
/// <param name="Attempt">Which attempt is undone.</param>
/// <param name="Into">The elder that it had joined.</param>
/// <param name="By">The person.</param>
/// <param name="Why">Reason.</param>
/// <param name="Redispatch">What the round that begins is for: see <see cref="Reopened"/>.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Command">Id of the command; null: there was none.</param>
public sealed record MergeUndone(int Attempt, IncidentId Into, string By, string Why, bool Redispatch, DateTimeOffset At, string? Command = null) : IncidentEvent(At);

/// <summary>The elder has let its reports go: nothing is owed any more.</summary>
/// <param name="Attempt">Which attempt was undone.</param>
/// <param name="At">When it was recorded.</param>
public sealed record DetachHeard(int Attempt, DateTimeOffset At) : IncidentEvent(At);

/// <summary>The reports of a younger incident are evidence here. It is owed that word until it has said that it knows.</summary>
/// <param name="Younger">The incident that joins.</param>
/// <param name="Attempt">Its attempt.</param>
/// <param name="Reports">What it had been told, the first report first.</param>
/// <param name="Vouched">Why it was known to be true; null: nobody vouched for it.</param>
/// <param name="Independent">True: somebody else from another source reported it, so that the two bear each other out.</param>
/// <param name="By">The person.</param>
/// <param name="Why">Reason.</param>
/// <param name="At">When it was recorded.</param>
public sealed record ReportAttached(IncidentId Younger, int Attempt, IReadOnlyList<AttachedReport> Reports, string? Vouched, bool Independent, string By, string Why, DateTimeOffset At) : IncidentEvent(At);

/// <summary>A report that came in under another incident.</summary>
/// <param name="Report">What it says.</param>
/// <param name="ReceivedAt">When.</param>
/// <param name="Vault">Reference to its personal data, sealed under the other incident; null: there is none.</param>
public sealed record AttachedReport(ReportContent Report, DateTimeOffset ReceivedAt, string? Vault);

/// <summary>The younger incident has that in its journal.</summary>
public sealed record MergeConfirmed(IncidentId Younger, int Attempt, DateTimeOffset At) : IncidentEvent(At);

/// <summary>Its reports are no evidence here any more: the merge was undone.</summary>
/// <param name="Younger">The incident that has left.</param>
/// <param name="Attempt">Which of its attempts.</param>
/// <param name="At">When it was recorded.</param>
public sealed record ReportDetached(IncidentId Younger, int Attempt, DateTimeOffset At) : IncidentEvent(At);

/// <summary>The incident is as grave as the gravest of its reports: one has come, or gone. Its plan is looked for anew.</summary>
/// <param name="Severity">How grave it is now.</param>
/// <param name="Fatalities">How many have died, by what is known now; null: not said.</param>
/// <param name="Because">The incident whose reports came or went.</param>
/// <param name="At">When it was recorded.</param>
public sealed record GravityChanged(IncidentSeverity Severity, int? Fatalities, IncidentId Because, DateTimeOffset At) : IncidentEvent(At);

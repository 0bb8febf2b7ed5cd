using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Responders;

namespace CityGuard.Abstractions.Posts;

/// <summary>Opening or standing down a command post, holding a force or letting it go.</summary>
/// <param name="Why">Reason, 1 to 500 characters.</param>
/// <param name="IfVersion">Refuse with conflict when the incident has moved on; null: do not care.</param>
/// <param name="Command">Id of this command, see <see cref="RecallCommand"/>.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.PostCommand")]
public sealed record PostCommand([property: Id(0)] string Why, [property: Id(1)] long? IfVersion = null, [property: Id(2)] string? Command = null);

/// <summary>Ticking off an item of the checklist.</summary>
/// <param name="Command">Id of this command, see <see cref="RecallCommand"/>.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.TickCommand")]
public sealed record TickCommand([property: Id(0)] string? Command = null);

/// <summary>An entry for the log.</summary>
/// <param name="Desk">Which desk writes.</param>
/// <param name="Text">The text, 1 to 2,000 characters: goes to the vault.</param>
/// <param name="Command">Id of this command, see <see cref="RecallCommand"/>.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.NoteCommand")]
public sealed record NoteCommand([property: Id(0)] CentreDesk Desk, [property: Id(1)] string Text, [property: Id(2)] string? Command = null)
{
    /// <inheritdoc/>
    public override string ToString() => $"NoteCommand {{ {Desk} }}";
}

/// <summary>An item of the checklist.</summary>
/// <param name="Item">Key.</param>
/// <param name="Text">What, in both languages.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Due">When it is due.</param>
/// <param name="DoneBy">Who did it; null: nobody yet.</param>
/// <param name="DoneAt">When.</param>
/// <param name="Late">It was not done in time.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.ChecklistView")]
public sealed record ChecklistView(
    [property: Id(0)] string Item,
    [property: Id(1)] BilingualName Text,
    [property: Id(2)] CentreDesk Owner,
    [property: Id(3)] DateTimeOffset Due,
    [property: Id(4)] string? DoneBy,
    [property: Id(5)] DateTimeOffset? DoneAt,
    [property: Id(6)] bool Late);

/// <summary>An entry of the log.</summary>
/// <param name="Desk">Whose entry.</param>
/// <param name="By">Who wrote it.</param>
/// <param name="At">When.</param>
/// <param name="Text">The text, for who may see personal data and while it is not erased; else null.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.NoteView")]
public sealed record NoteView([property: Id(0)] CentreDesk Desk, [property: Id(1)] string By, [property: Id(2)] DateTimeOffset At, [property: Id(3)] string? Text);

/// <summary>A force on the incident as the post sees it.</summary>
/// <param name="Op">Operation.</param>
/// <param name="Responder">Who.</param>
/// <param name="Role">In which role.</param>
/// <param name="Pinned">It may not be taken from the incident.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.PinView")]
public sealed record PinView([property: Id(0)] OperationId Op, [property: Id(1)] ResponderId Responder, [property: Id(2)] string Role, [property: Id(3)] bool Pinned);

/// <summary>A command post.</summary>
/// <param name="Incident">Its incident.</param>
/// <param name="Version">Version of the incident's stream.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="By">Who opened it; null: the plan.</param>
/// <param name="Why">Why.</param>
/// <param name="StoodDownBy">Who stood it down; null while it stands.</param>
/// <param name="StoodDownAt">When.</param>
/// <param name="Checklist">In the order of the plan.</param>
/// <param name="Forces">Who is on the incident now.</param>
/// <param name="Notes">The newest entries of the log, oldest first.</param>
/// <param name="NotesInAll">How many entries the log has.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.PostView")]
public sealed record PostView(
    [property: Id(0)] IncidentId Incident,
    [property: Id(1)] long Version,
    [property: Id(2)] DateTimeOffset OpenedAt,
    [property: Id(3)] string? By,
    [property: Id(4)] string Why,
    [property: Id(5)] string? StoodDownBy,
    [property: Id(6)] DateTimeOffset? StoodDownAt,
    [property: Id(7)] IReadOnlyList<ChecklistView> Checklist,
    [property: Id(8)] IReadOnlyList<PinView> Forces,
    [property: Id(9)] IReadOnlyList<NoteView> Notes,
    [property: Id(10)] int NotesInAll);

using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.HandOver;
using CityGuard.Domain.Incidents;

namespace CityGuard.Abstractions.Areas;

/// <summary>Makes a hand-over sheet (交接班).</summary>
/// <param name="Notes">What the next shift should know, at most 2,000 characters; null: nothing. Kept in the vault, as it may name people.</param>
/// <param name="Command">Id of the command; sent again, it answers with the same sheet.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.HandOverCommand")]
public sealed record HandOverCommand([property: Id(0)] string? Notes = null, [property: Id(1)] string? Command = null)
{
    /// <inheritdoc/>
    public override string ToString() => "HandOverCommand (notes withheld)";
}

/// <summary>Takes over by a sheet.</summary>
/// <param name="Command">Id of the command; sent again, it answers with the same sheet.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.AcknowledgeCommand")]
public sealed record AcknowledgeCommand([property: Id(0)] string? Command = null);

/// <summary>A hand-over sheet.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Area">The area.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="By">The outgoing person.</param>
/// <param name="Picture">How the area stood then.</param>
/// <param name="HasNotes">There are notes.</param>
/// <param name="Notes">The notes; null: none, erased, or not for this reader's eyes.</param>
/// <param name="NotesUnder">The name under which the vault keeps the notes, and erases them.</param>
/// <param name="TakenBy">The incoming person; null: nobody yet.</param>
/// <param name="TakenAt">When.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.HandOverView")]
public sealed record HandOverView(
    [property: Id(0)] SheetId Sheet,
    [property: Id(1)] AreaId Area,
    [property: Id(2)] DateTimeOffset MadeAt,
    [property: Id(3)] string By,
    [property: Id(4)] ShiftPicture Picture,
    [property: Id(5)] bool HasNotes,
    [property: Id(6)] string? Notes,
    [property: Id(7)] IncidentId NotesUnder,
    [property: Id(8)] string? TakenBy,
    [property: Id(9)] DateTimeOffset? TakenAt)
{
    /// <inheritdoc/>
    public override string ToString() => $"HandOverView {{ {Area} {Sheet} }}";
}

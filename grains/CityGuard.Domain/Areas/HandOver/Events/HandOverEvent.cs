using System.Text.Json.Serialization;

namespace CityGuard.Domain.Areas.HandOver.Events;

/// <summary>A fact of the hand-overs of an area, stream <c>h-</c> and the area's id.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Command">Id of the command.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(SheetMade), nameof(SheetMade))]
[JsonDerivedType(typeof(SheetAcknowledged), nameof(SheetAcknowledged))]
public abstract record HandOverEvent(string By, DateTimeOffset At, string Command)
{
    /// <summary>Version of this kind's shape.</summary>
    [JsonPropertyOrder(-1)]
    public virtual int V => 1;
}

/// <summary>The outgoing person made a sheet.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Picture">How the area stood.</param>
/// <param name="Notes">Random reference to the notes in the vault; null: there are none.</param>
/// <param name="By">The outgoing person.</param>
/// <param name="At">When.</param>
/// <param name="Command">Id of the command.</param>
public sealed record SheetMade(SheetId Sheet, ShiftPicture Picture, string? Notes, string By, DateTimeOffset At, string Command) : HandOverEvent(By, At, Command);

/// <summary>The incoming person took over by it.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="By">The incoming person, never the outgoing one.</param>
/// <param name="At">When.</param>
/// <param name="Command">Id of the command.</param>
public sealed record SheetAcknowledged(SheetId Sheet, string By, DateTimeOffset At, string Command) : HandOverEvent(By, At, Command);

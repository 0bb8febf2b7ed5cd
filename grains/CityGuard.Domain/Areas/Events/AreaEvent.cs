using System.Text.Json.Serialization;
using CityGuard.Domain.Plans;

namespace CityGuard.Domain.Areas.Events;

/// <summary>A fact of an area's stream.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(AutomaticSet), nameof(AutomaticSet))]
[JsonDerivedType(typeof(DutySet), nameof(DutySet))]
[JsonDerivedType(typeof(DutyEnded), nameof(DutyEnded))]
[JsonDerivedType(typeof(DutyAcknowledged), nameof(DutyAcknowledged))]
[JsonDerivedType(typeof(ModeSet), nameof(ModeSet))]
public abstract record AreaEvent
{
    /// <summary>Version of this kind's shape.</summary>
    [JsonPropertyOrder(-1)]
    public virtual int V => 1;
}

/// <summary>Automatic dispatch was switched for everything in the area. Journals of the first shape hold it; what is said now is a <see cref="ModeSet"/>.</summary>
/// <param name="On">On or off.</param>
/// <param name="Why">Reason given.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Command">Id of the command; null: it had none.</param>
public sealed record AutomaticSet(bool On, string Why, string By, DateTimeOffset At, string? Command = null) : AreaEvent
{
    /// <summary>What it means as a mode: on is automatic, off is manual.</summary>
    public ModeSet AsMode() => new(On ? DispatchMode.Automatic : DispatchMode.Manual, Why, By, At, Command);
}

using System.Text.Json.Serialization;
using CityGuard.Domain.Incidents;

namespace CityGuard.Domain.Areas.Counters.Events;

/// <summary>A fact of the book of one sector and day.</summary>
/// <param name="At">When it was entered.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(CallCounted), nameof(CallCounted))]
[JsonDerivedType(typeof(LateCounted), nameof(LateCounted))]
[JsonDerivedType(typeof(ClosingCounted), nameof(ClosingCounted))]
public abstract record DayEvent(DateTimeOffset At)
{
    /// <summary>Version of this kind's shape.</summary>
    [JsonPropertyOrder(-1)]
    public virtual int V => 1;
}

/// <summary>A call of this day.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Type">Its type.</param>
/// <param name="ReceivedAt">When the city received it.</param>
/// <param name="At">When it was entered.</param>
public sealed record CallCounted(IncidentId Incident, string Type, DateTimeOffset ReceivedAt, DateTimeOffset At) : DayEvent(At);

/// <summary>A step of a call of this day was late.</summary>
public sealed record LateCounted(IncidentId Incident, DateTimeOffset At) : DayEvent(At);

/// <summary>A call of this day was closed, on this day or later.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="ClosedAt">When.</param>
/// <param name="At">When it was entered.</param>
public sealed record ClosingCounted(IncidentId Incident, DateTimeOffset ClosedAt, DateTimeOffset At) : DayEvent(At);

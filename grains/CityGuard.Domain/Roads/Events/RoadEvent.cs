using System.Text.Json.Serialization;

namespace CityGuard.Domain.Roads.Events;

/// <summary>A fact of the city's roads, stream <c>n-</c> and the city's id.</summary>
/// <param name="At">When it was recorded.</param>
/// <param name="By">Who said it.</param>
/// <param name="Why">Why.</param>
/// <param name="Command">Id of the command.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(RoadRestricted), nameof(RoadRestricted))]
[JsonDerivedType(typeof(RoadReleased), nameof(RoadReleased))]
public abstract record RoadEvent(DateTimeOffset At, string By, string Why, string Command)
{
    /// <summary>Version of this kind's shape.</summary>
    [JsonPropertyOrder(-1)]
    public virtual int V => 1;
}

/// <summary>Roads were closed, or are slower than usual.</summary>
/// <param name="Id">Identifier of the restriction.</param>
/// <param name="Place">Which roads.</param>
/// <param name="Factor">Travel time as a multiple of the usual; null: closed.</param>
/// <param name="Until">It ends by itself then; null: when it is lifted.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Why">Why.</param>
/// <param name="Command">Id of the command.</param>
public sealed record RoadRestricted(string Id, RoadPlace Place, double? Factor, DateTimeOffset? Until, DateTimeOffset At, string By, string Why, string Command)
    : RoadEvent(At, By, Why, Command);

/// <summary>A restriction was lifted before its end.</summary>
/// <param name="Id">Identifier of the restriction.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Why">Why.</param>
/// <param name="Command">Id of the command.</param>
public sealed record RoadReleased(string Id, DateTimeOffset At, string By, string Why, string Command)
    : RoadEvent(At, By, Why, Command);

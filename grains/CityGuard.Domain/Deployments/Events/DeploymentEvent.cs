using System.Text.Json.Serialization;

namespace CityGuard.Domain.Deployments.Events;

/// <summary>A fact of the city's posts, stream <c>w-</c> and the city's id.</summary>
/// <param name="At">When it was recorded.</param>
/// <param name="By">Who said it.</param>
/// <param name="Why">Why.</param>
/// <param name="Command">Id of the command.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(PostsMoved), nameof(PostsMoved))]
public abstract record DeploymentEvent(DateTimeOffset At, string By, string Why, string Command)
{
    /// <summary>Version of this kind's shape.</summary>
    [JsonPropertyOrder(-1)]
    public virtual int V => 1;
}

/// <summary>Posts were moved, all together.</summary>
/// <param name="Moves">Who and where to.</param>
/// <param name="Scenario">Name and version of the scenario that was adopted; null: none.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Why">Why.</param>
/// <param name="Command">Id of the command.</param>
public sealed record PostsMoved(IReadOnlyList<PostMove> Moves, string? Scenario, DateTimeOffset At, string By, string Why, string Command)
    : DeploymentEvent(At, By, Why, Command);

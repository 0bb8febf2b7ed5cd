using System.Text.Json.Serialization;

namespace CityGuard.Domain.Scenarios.Events;

/// <summary>A fact of a question asked of scenarios, stream <c>sr-...</c>. The answer is no fact: the same question has the same answer, to the byte.</summary>
/// <param name="At">When it was recorded.</param>
/// <param name="By">Who said it.</param>
/// <param name="Command">Id of the command.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(RunAsked), nameof(RunAsked))]
[JsonDerivedType(typeof(RunCancelled), nameof(RunCancelled))]
public abstract record RunEvent(DateTimeOffset At, string By, string Command)
{
    /// <summary>Version of this kind's shape.</summary>
    [JsonPropertyOrder(-1)]
    public virtual int V => 1;
}

/// <summary>A question was asked.</summary>
/// <param name="Question">What.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Command">Id of the command.</param>
public sealed record RunAsked(RunQuestion Question, DateTimeOffset At, string By, string Command)
    : RunEvent(At, By, Command);

/// <summary>It was given up.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Command">Id of the command.</param>
public sealed record RunCancelled(DateTimeOffset At, string By, string Command)
    : RunEvent(At, By, Command);

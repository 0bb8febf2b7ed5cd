using System.Text.Json.Serialization;

namespace CityGuard.Domain.Scenarios.Events;

/// <summary>A fact of a saved scenario, stream <c>sc-...</c>.</summary>
/// <param name="At">When it was recorded.</param>
/// <param name="By">Who said it.</param>
/// <param name="Command">Id of the command.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ScenarioPart), nameof(ScenarioPart))]
[JsonDerivedType(typeof(ScenarioSaved), nameof(ScenarioSaved))]
[JsonDerivedType(typeof(ScenarioDiscarded), nameof(ScenarioDiscarded))]
public abstract record ScenarioEvent(DateTimeOffset At, string By, string Command)
{
    /// <summary>Version of this kind's shape.</summary>
    [JsonPropertyOrder(-1)]
    public virtual int V => 1;
}

/// <summary>A part of the compressed text of the version that is saved after it: no fact is larger than a journal takes in one piece.</summary>
/// <param name="Data">The bytes.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Command">Id of the command.</param>
public sealed record ScenarioPart(byte[] Data, DateTimeOffset At, string By, string Command)
    : ScenarioEvent(At, By, Command);

/// <summary>A version was saved; its text is in the parts just before.</summary>
/// <param name="Version">Its version, from 1.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Note">Why it was made.</param>
/// <param name="Parts">How many parts its text has.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Command">Id of the command.</param>
public sealed record ScenarioSaved(int Version, string Name, string Note, int Parts, DateTimeOffset At, string By, string Command)
    : ScenarioEvent(At, By, Command);

/// <summary>It was taken off the list; its versions stay readable for the runs that used them.</summary>
/// <param name="Why">Why.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Command">Id of the command.</param>
public sealed record ScenarioDiscarded(string Why, DateTimeOffset At, string By, string Command)
    : ScenarioEvent(At, By, Command);

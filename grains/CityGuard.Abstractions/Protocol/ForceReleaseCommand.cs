namespace CityGuard.Abstractions.Protocol;

/// <summary>Taking a responder from its holder.</summary>
/// <param name="Why">Reason, 1 to 500 characters.</param>
/// <param name="ExpectedEpoch">Refuse with conflict when ownership has changed since this epoch; null: do not care.</param>
/// <param name="StaysEmpty">True: the incident that loses it looks for nobody in its place.</param>
/// <param name="Command">Id of this command, 1 to 64 characters: the same again changes nothing; another content under the same id is a conflict. Null: nobody will repeat it.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.ForceReleaseCommand")]
public sealed record ForceReleaseCommand(
    [property: Id(0)] string Why, [property: Id(1)] long? ExpectedEpoch = null, [property: Id(2)] bool StaysEmpty = false, [property: Id(3)] string? Command = null);

namespace CityGuard.Domain.Responders;

/// <summary>What a person asked when taking a responder from its holder: what the command's id stands for, apart from the picture it was given on.</summary>
/// <param name="By">Who.</param>
/// <param name="Why">Reason given.</param>
/// <param name="StaysEmpty">True: no replacement is wanted.</param>
public sealed record ForceRelease(string By, string Why, bool StaysEmpty);

/// <summary>A force-release that was carried out.</summary>
/// <param name="Command">Id of the command.</param>
/// <param name="Asked">What was asked.</param>
public sealed record KnownForceRelease(string Command, ForceRelease Asked);

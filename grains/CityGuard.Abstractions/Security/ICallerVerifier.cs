namespace CityGuard.Abstractions.Security;

/// <summary>Checks a credential; the host supplies it to the Front.</summary>
public interface ICallerVerifier
{
    /// <summary>Who this is and what it may do; null when the credential is not valid.</summary>
    ValueTask<Caller?> Verify(Credential credential);
}

/// <summary>A verified caller.</summary>
/// <param name="Name">Name of the key or user, for the journal.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="SeesPersonalData">May read descriptions and phone numbers.</param>
public sealed record Caller(string Name, Scope Scopes, bool SeesPersonalData);

using CityGuard.Domain.Areas;
using CityGuard.Domain.People;

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
/// <param name="Role">Role of a person; null for an API key, which is no person and whose scopes say all.</param>
/// <param name="Area">The area whose things it may command; null: the whole city.</param>
public sealed record Caller(string Name, Scope Scopes, bool SeesPersonalData, PersonRole? Role = null, AreaId? Area = null)
{
    /// <summary>True when it may give commands about what lies in <paramref name="selfAndAbove"/>: an area of the police tree and all above it.</summary>
    public bool CommandsIn(IEnumerable<AreaId> selfAndAbove) => Area is not { } own || selfAndAbove.Contains(own);
}

using System.Security.Claims;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;
using CityGuard.Domain.People;

namespace CityGuard.Web.Session;

/// <summary>Turns a signed-in user into the credential that the Front checks. The host supplies it.</summary>
public interface IUserCredential
{
    /// <summary>Who is signed in; null for an anonymous or expired user. Works in a request and in a circuit alike.</summary>
    ValueTask<UserSession?> For(ClaimsPrincipal user);

    /// <summary>Ends the user's session everywhere: from now on <see cref="For"/> knows it no more.</summary>
    void End(ClaimsPrincipal user);
}

/// <summary>A signed-in user.</summary>
/// <param name="Name">Name shown to people.</param>
/// <param name="Credential">Goes with every call made for this user.</param>
/// <param name="Scopes">What the page may offer; the Front decides again at each call.</param>
/// <param name="Role">The person's role; null when it is not a person.</param>
/// <param name="Area">The area the person is responsible for; null: the whole city.</param>
public sealed record UserSession(string Name, Credential Credential, Scope Scopes, PersonRole? Role = null, AreaId? Area = null);

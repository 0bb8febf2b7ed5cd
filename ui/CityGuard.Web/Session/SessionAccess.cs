using CityGuard.Abstractions.Security;
using Microsoft.AspNetCore.Components.Authorization;

namespace CityGuard.Web.Session;

/// <summary>The session of the circuit that asks.</summary>
public sealed class SessionAccess(AuthenticationStateProvider state, IUserCredential users)
{
    public async Task<UserSession?> Current() => users.For((await state.GetAuthenticationStateAsync()).User);

    /// <summary>The user's credential, or an empty one that every Front refuses.</summary>
    public async Task<Credential> Credential() => (await Current())?.Credential ?? new Credential(null);
}

using CityGuard.Abstractions.Security;
using Microsoft.AspNetCore.Components.Authorization;

namespace CityGuard.Web.Session;

/// <summary>The session of the circuit that asks.</summary>
public sealed class SessionAccess(AuthenticationStateProvider state, IUserCredential users, SessionEnd end)
{
    public async Task<UserSession?> Current() => users.For((await state.GetAuthenticationStateAsync()).User);

    /// <summary>Completes when the session is over.</summary>
    public async Task Over(CancellationToken stop) => await end.Of((await state.GetAuthenticationStateAsync()).User, stop);

    /// <summary>The user's credential, or an empty one that every Front refuses.</summary>
    public async Task<Credential> Credential() => (await Current())?.Credential ?? new Credential(null);
}

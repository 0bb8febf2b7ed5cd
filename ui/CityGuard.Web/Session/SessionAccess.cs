using CityGuard.Abstractions.Security;
using Microsoft.AspNetCore.Components.Authorization;

namespace CityGuard.Web.Session;

/// <summary>The session of the circuit that asks.</summary>
public sealed class SessionAccess(AuthenticationStateProvider state, IUserCredential users, SessionEnd end)
{
    public async Task<UserSession?> Current() => await users.For((await state.GetAuthenticationStateAsync()).User);

    /// <summary>Leaves a page when its session is over: what only the signed-in may see does not outlive that. Nothing when the person leaves first.</summary>
    public async Task WhenOver(Func<Task> leave, CancellationToken stop)
    {
        try
        {
            await end.Of((await state.GetAuthenticationStateAsync()).User, stop);
            await leave();
        }
        catch (OperationCanceledException)
        {
            // The person left first.
        }
    }

    /// <summary>The user's credential, or an empty one that every Front refuses.</summary>
    public async Task<Credential> Credential() => (await Current())?.Credential ?? new Credential(null);
}

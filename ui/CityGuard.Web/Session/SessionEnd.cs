using System.Security.Claims;

namespace CityGuard.Web.Session;

/// <summary>Tells when a session is over: its ticket has expired, or was signed out in another window.</summary>
public sealed class SessionEnd(IUserCredential users, TimeProvider time)
{
    /// <summary>So long a picture may outlive the session it belongs to.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(30);

    /// <summary>Completes when the session of <paramref name="user"/> is over.</summary>
    /// <exception cref="OperationCanceledException">Nobody wants to know any more.</exception>
    public async Task Of(ClaimsPrincipal user, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await users.For(user) is not null)
            await timer.WaitForNextTickAsync(stop);
    }
}

using System.Security.Claims;
using CityGuard.Abstractions.Security;
using CityGuard.Silo.Commands;
using CityGuard.Silo.Security;
using CityGuard.Web;
using CityGuard.Web.Map;
using CityGuard.Web.Session;

namespace CityGuard.Silo.Hosting;

/// <summary>The page, and what it asks of its host.</summary>
internal static class WebHosting
{
    public static void AddPage(this IServiceCollection services, CityOptions options)
    {
        services.AddCityGuardWeb();
        services.AddSingleton<ICityMapSource, CityMapSource>();
        services.AddSingleton<IUserCredential, UserCredential>();
        services.AddSingleton<IServiceCredential, ServiceCredential>();
        services.AddSingleton<IFieldState>(new FieldState(options.Field));
        services.AddAuthorizationBuilder().AddPolicy(WebPolicies.View, p => p.RequireAssertion(c => c.User.Has(Scope.Read)));
    }

    private sealed record FieldState(bool Playing) : IFieldState;

    private sealed class UserCredential(ICallerVerifier verifier, UserTickets tickets) : IUserCredential
    {
        public async ValueTask<UserSession?> For(ClaimsPrincipal user)
        {
            var credential = user.Credential();
            return await verifier.Verify(credential) is { } caller ? new UserSession(caller.Name, credential, caller.Scopes, caller.Role, caller.Area) : null;
        }

        public void End(ClaimsPrincipal user)
        {
            if (user.Credential().Ticket is { } ticket)
                tickets.Revoke(ticket);
        }
    }

    /// <summary>A read-only identity that the web server renews for itself, long before it lapses.</summary>
    private sealed class ServiceCredential(UserTickets tickets, TimeProvider clock) : IServiceCredential
    {
        private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);
        private readonly Lock _gate = new();
        private (Credential Credential, DateTimeOffset RenewAt)? _current;

        public Credential Credential
        {
            get
            {
                lock (_gate)
                {
                    if (_current is not { } current || clock.GetUtcNow() >= current.RenewAt)
                        _current = current = (new Credential(null, tickets.Issue(new Caller("page", Scope.Read, SeesPersonalData: false), Lifetime)), clock.GetUtcNow() + (Lifetime / 2));
                    return current.Credential;
                }
            }
        }
    }
}

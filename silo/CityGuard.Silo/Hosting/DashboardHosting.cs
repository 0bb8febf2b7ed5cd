using CityGuard.Abstractions.Security;
using CityGuard.Domain.People;
using CityGuard.Silo.Commands;
using CityGuard.Silo.Security;
using Microsoft.AspNetCore.Authentication.Cookies;
using Orleans.Dashboard;

namespace CityGuard.Silo.Hosting;

/// <summary>
/// The Orleans dashboard, for those who look into the machine. It measures every call between actors, which costs a busy city half of what it can do: it is off unless
/// asked for. It shows what no area limits, so it opens to commanders only.
/// </summary>
internal static class DashboardHosting
{
    public const string Path = "/orleans";

    private const string Policy = "dashboard";

    public static void AddDashboard(this ISiloBuilder silo, CityOptions options)
    {
        if (!options.Dashboard)
            return;
        // The log on the page is one more door for it: whoever may read it has the server's.
        silo.AddDashboard(o => o.HideTrace = true);
        silo.Services.AddAuthorizationBuilder().AddPolicy(Policy, p => p
            .AddAuthenticationSchemes(CookieAuthenticationDefaults.AuthenticationScheme)
            .RequireAuthenticatedUser()
            .RequireAssertion(async c => c.Resource is HttpContext http && await IsCommander(http)));
    }

    public static void MapDashboard(this WebApplication app, CityOptions options)
    {
        if (options.Dashboard)
            app.MapOrleansDashboard(Path).RequireAuthorization(Policy);
    }

    // Asked anew each time: who was removed since the sign-in is out.
    private static async Task<bool> IsCommander(HttpContext http)
        => await http.RequestServices.GetRequiredService<ICallerVerifier>().Verify(http.User.Credential()) is { Role: PersonRole.Commander };
}

using CityGuard.Abstractions.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace CityGuard.Silo.Security;

/// <summary>Who may come in: API keys for integrations, a cookie for people, and one policy per scope.</summary>
internal static class Authentication
{
    private const string KeyOrCookie = "key-or-cookie";

    public static void AddCityGuardSecurity(this IServiceCollection services, string dataFolder)
    {
        services.AddSingleton(sp => new ApiKeyStore(dataFolder, sp.GetRequiredService<TimeProvider>()));
        services.AddSingleton(sp => new UserStore(dataFolder, sp.GetRequiredService<TimeProvider>()));
        services.AddSingleton(sp => new UserTickets(dataFolder, sp.GetRequiredService<UserStore>(), sp.GetRequiredService<TimeProvider>()));
        services.AddSingleton(sp => new SignInLinks(dataFolder, sp.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ICallerVerifier, CallerVerifier>();
        services.AddDataProtection().SetApplicationName("CityGuard").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(dataFolder, "keys", "cookies")));
        services.AddAuthentication(KeyOrCookie)
            .AddPolicyScheme(KeyOrCookie, null, o => o.ForwardDefaultSelector = c =>
                c.Request.Headers.ContainsKey(ApiKeyHandler.Header) || c.Request.Path.StartsWithSegments("/api")
                && !c.Request.Cookies.ContainsKey(SignIn.CookieName)
                    ? ApiKeyHandler.SchemeName
                    : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, null)
            .AddCookie(SignIn.Configure);
        var authorization = services.AddAuthorizationBuilder();
        foreach (var scope in Enum.GetValues<Scope>())
            authorization.AddPolicy(scope.ToString(), p => p.RequireAssertion(c => c.User.Has(scope)));
    }
}

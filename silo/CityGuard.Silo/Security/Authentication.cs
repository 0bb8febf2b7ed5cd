using CityGuard.Abstractions.Security;
using CityGuard.Silo.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace CityGuard.Silo.Security;

/// <summary>Who may come in: API keys for integrations, a cookie for people, and one policy per scope.</summary>
internal static class Authentication
{
    private const string KeyOrCookie = "key-or-cookie";

    /// <param name="services">Of the host.</param>
    /// <param name="storage">Where keys, people and links are kept.</param>
    /// <param name="ticketKey">The key that signs identities.</param>
    public static void AddCityGuardSecurity(this IServiceCollection services, CityStorage storage, byte[] ticketKey)
    {
        services.AddSingleton(sp => new ApiKeyStore(storage.Secrets, sp.GetRequiredService<TimeProvider>()));
        services.AddSingleton(sp => new UserStore(storage.People, sp.GetRequiredService<TimeProvider>()));
        services.AddSingleton(sp => new UserTickets(ticketKey, sp.GetRequiredService<UserStore>(), sp.GetRequiredService<TimeProvider>()));
        services.AddSingleton(sp => new SignInLinks(storage.Secrets, sp.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ICallerVerifier, CallerVerifier>();
        services.AddDataProtection().SetApplicationName("CityGuard");
        services.Configure<KeyManagementOptions>(o => o.XmlRepository = new CookieKeys(storage.Secrets));
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

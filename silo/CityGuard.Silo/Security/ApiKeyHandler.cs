using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace CityGuard.Silo.Security;

/// <summary>Reads <c>X-Api-Key</c>.</summary>
internal sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiKeyStore keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "apikey", Header = "X-Api-Key";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Request.Headers.TryGetValue(Header, out var values))
            return AuthenticateResult.NoResult();
        var key = values.ToString();
        return await keys.Find(key) is { } caller
            ? AuthenticateResult.Success(new AuthenticationTicket(CityGuardClaims.ForKey(caller, key, SchemeName), SchemeName))
            : AuthenticateResult.Fail("The API key is not valid.");
    }
}

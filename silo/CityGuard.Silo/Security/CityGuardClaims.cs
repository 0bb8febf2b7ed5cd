using System.Security.Claims;
using CityGuard.Abstractions.Security;

namespace CityGuard.Silo.Security;

/// <summary>How a caller travels in a principal, and back into a credential for the Front.</summary>
internal static class CityGuardClaims
{
    private const string Key = "cityguard:key", Ticket = "cityguard:ticket", ScopeClaim = "scope";

    public static ClaimsPrincipal ForKey(Caller caller, string key, string scheme) => Principal(caller, scheme, new Claim(Key, key));

    public static ClaimsPrincipal ForTicket(Caller caller, string ticket, string scheme) => Principal(caller, scheme, new Claim(Ticket, ticket));

    public static Credential Credential(this ClaimsPrincipal user) => new(user.FindFirstValue(Key), user.FindFirstValue(Ticket));

    public static bool Has(this ClaimsPrincipal user, Scope scope) => user.HasClaim(ScopeClaim, scope.ToString());

    private static ClaimsPrincipal Principal(Caller caller, string scheme, Claim proof)
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, caller.Name), proof], scheme);
        foreach (var scope in Enum.GetValues<Scope>())
            if (scope != Scope.None && caller.Scopes.HasFlag(scope))
                identity.AddClaim(new Claim(ScopeClaim, scope.ToString()));
        return new ClaimsPrincipal(identity);
    }
}

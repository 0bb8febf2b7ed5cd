using CityGuard.Abstractions;
using CityGuard.Abstractions.Security;

namespace CityGuard.Grains.Hosting;

/// <summary>Checks every caller at every call.</summary>
internal static class Gate
{
    /// <summary>The caller, or why it may not pass.</summary>
    public static async ValueTask<Answer<Caller>> Admit(this ICallerVerifier verifier, Credential? credential, Scope scope)
    {
        if (credential is null || await verifier.Verify(credential) is not { } caller)
            return new Refusal(RefusalCode.Unauthenticated, "no valid key or identity");
        return caller.Scopes.HasFlag(scope)
            ? caller
            : new Refusal(RefusalCode.Forbidden, $"this needs the scope {scope.ToString().ToLowerInvariant()}");
    }
}

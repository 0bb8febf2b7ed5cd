using CityGuard.Abstractions;
using CityGuard.Abstractions.Security;

namespace CityGuard.Grains.Hosting;

/// <summary>Who may look: scope read.</summary>
internal static class ReadGate
{
    public static async ValueTask<Refusal?> Refuse(ICallerVerifier verifier, Credential caller) => await verifier.Verify(caller) switch
    {
        null => new Refusal(RefusalCode.Unauthenticated, "The credential is not valid."),
        { Scopes: var scopes } when (scopes & Scope.Read) == 0 => new Refusal(RefusalCode.Forbidden, "Scope read is needed."),
        _ => null,
    };
}

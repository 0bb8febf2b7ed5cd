using CityGuard.Abstractions.Security;

namespace CityGuard.Web.Session;

/// <summary>The web server's own credential (scope read) for what it fetches once for all viewers. The host supplies it.</summary>
public interface IServiceCredential
{
    Credential Credential { get; }
}

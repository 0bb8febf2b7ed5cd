using CityGuard.Abstractions.Security;

namespace CityGuard.Silo.Security;

/// <summary>Checks a key or a signed identity for the Front.</summary>
internal sealed class CallerVerifier(ApiKeyStore keys, UserTickets tickets) : ICallerVerifier
{
    public ValueTask<Caller?> Verify(Credential credential) => credential switch
    {
        { ApiKey: { } key } => keys.Find(key),
        { Ticket: { } ticket } => tickets.Verify(ticket),
        _ => default,
    };
}

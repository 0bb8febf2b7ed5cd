using CityGuard.Abstractions.Security;

namespace CityGuard.Abstractions.GridEvents;

/// <summary>The door between 12345 and 110. A stateless worker: use key 0.</summary>
[Alias("CityGuard.ITransferFront")]
public interface ITransferFront : IGrainWithIntegerKey
{
    /// <summary>Hands a ticket over to 110. Scope command, over the ticket's sector.</summary>
    [Alias("To110")]
    Task<Answer<TransferReceipt>> To110(Credential caller, string gridEvent, TransferTo110Command command);

    /// <summary>Hands an incident over to 12345. Scope command, over the incident's sector.</summary>
    [Alias("To12345")]
    Task<Answer<TransferReceipt>> To12345(Credential caller, string incident, TransferTo12345Command command);
}

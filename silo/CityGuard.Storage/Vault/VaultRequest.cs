using CityGuard.Domain.Incidents;
using CityGuard.Storage.Sqlite;

namespace CityGuard.Storage.Vault;

/// <summary>One sealing or erasing on its way to the writer.</summary>
internal abstract class VaultRequest(IncidentId incident) : Waiting<bool>
{
    public IncidentId Incident => incident;

    /// <summary>The plain bytes live until the box is made.</summary>
    internal sealed class Seal(IncidentId incident, string reference, byte[] plain) : VaultRequest(incident)
    {
        public string Reference => reference;

        public byte[] Plain => plain;
    }

    internal sealed class Erase(IncidentId incident) : VaultRequest(incident);
}

using System.Security.Cryptography;
using CityGuard.Domain.Incidents;
using CityGuard.Storage.Sqlite;

namespace CityGuard.Storage.Vault;

/// <summary>One sealing, taking over or erasing on its way to the writer.</summary>
internal abstract class VaultRequest(IncidentId incident) : Waiting<VaultOutcome>
{
    public IncidentId Incident => incident;

    /// <summary>The plain bytes live until the box is made.</summary>
    internal sealed class Seal(IncidentId incident, string reference, byte[] plain) : VaultRequest(incident)
    {
        public string Reference => reference;

        public byte[] Plain => plain;

        public override void Refuse(Exception why)
        {
            CryptographicOperations.ZeroMemory(plain);
            base.Refuse(why);
        }
    }

    /// <summary>The key lives until it is written.</summary>
    internal sealed class Take(SealedIncident taken) : VaultRequest(taken.Incident)
    {
        public byte[] Key => taken.Key!;

        public IReadOnlyList<SealedText> Texts => taken.Texts;

        public override void Refuse(Exception why)
        {
            CryptographicOperations.ZeroMemory(Key);
            base.Refuse(why);
        }
    }

    internal sealed class Erase(IncidentId incident) : VaultRequest(incident);
}

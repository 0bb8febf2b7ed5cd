using CityGuard.Domain.Incidents;
using CityGuard.Domain.Journal;

namespace CityGuard.Storage.Vault;

/// <summary>A vault as the copy sees it: what it keeps is handed on as it lies there, the boxes sealed. Keys leave a store by no other way.</summary>
internal interface IVaultStore : IVault
{
    /// <summary>Every incident that has a key, or had one.</summary>
    Task<IReadOnlyList<KeptIncident>> List(CancellationToken cancel);

    /// <summary>Its key and all its boxes, to be handed to another store.</summary>
    Task<SealedIncident> Read(IncidentId incident, CancellationToken cancel);

    /// <summary>
    /// Keeps it under the same key and references. An erased one stays erased, and one that has another key stays as it is; both hold at
    /// the moment of writing. The given key is this store's to wipe from memory once it is written: whoever gave it may have stopped waiting.
    /// </summary>
    Task<VaultOutcome> Take(SealedIncident sealedIncident, CancellationToken cancel);
}

/// <summary>An incident that a vault knows.</summary>
internal readonly record struct KeptIncident(IncidentId Incident, bool IsErased);

/// <summary>An incident as it lies in a vault. The key is null when it was erased; there are no boxes then.</summary>
internal sealed record SealedIncident(IncidentId Incident, byte[]? Key, IReadOnlyList<SealedText> Texts);

/// <summary>One box and the reference under which it opens.</summary>
internal readonly record struct SealedText(string Reference, byte[] Box);

/// <summary>What became of a request to a vault.</summary>
internal enum VaultOutcome
{
    /// <summary>Kept, or, when it was to be erased, erased now.</summary>
    Done,

    /// <summary>It was erased before, or nothing was kept of it.</summary>
    Erased,

    /// <summary>Its boxes are sealed with another key than the one that was given.</summary>
    OtherKey,
}

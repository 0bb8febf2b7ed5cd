using CityGuard.Domain.Incidents;

namespace CityGuard.Domain.Journal;

/// <summary>
/// Personal data of incidents, outside the journal: encrypted with one key per incident (AES-GCM).
/// The journal holds only the random reference; destroying the key erases the data everywhere.
/// </summary>
public interface IVault
{
    /// <summary>Encrypts and stores durably; the reference is random, never derived from the data. Null: the incident was erased, and nothing is kept of it any more.</summary>
    Task<string?> Seal(IncidentId incident, PersonalData data, CancellationToken cancel = default);

    /// <summary>Decrypts; null when erased or unknown.</summary>
    Task<PersonalData?> Open(string reference, CancellationToken cancel = default);

    /// <summary>Destroys the incident's key and its ciphertexts in every file of the store, for good: nothing is sealed for it again. False when there was nothing.</summary>
    Task<bool> Erase(IncidentId incident, CancellationToken cancel = default);
}

/// <summary>Free text and contacts of a report. Never logged, never journaled.</summary>
[GenerateSerializer, Immutable, Alias("CityGuard.PersonalData")]
public sealed record PersonalData([property: Id(0)] string? Description, [property: Id(1)] string? CallerPhone)
{
    /// <summary>True when there is nothing to keep.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(Description) && string.IsNullOrEmpty(CallerPhone);

    /// <inheritdoc/>
    public override string ToString() => "PersonalData (withheld)";
}

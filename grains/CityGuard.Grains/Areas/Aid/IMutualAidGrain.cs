using CityGuard.Abstractions;
using CityGuard.Abstractions.Areas;
using CityGuard.Domain.Areas;
using Orleans.Concurrency;

namespace CityGuard.Grains.Areas.Aid;

/// <summary>One request for mutual aid. Keyed by its id.</summary>
[Alias("CityGuard.Grains.IMutualAidGrain")]
internal interface IMutualAidGrain : IGrainWithStringKey
{
    [Alias("Ask")]
    Task<Answer<AidView>> Ask(AreaId borrower, AidCommand asked, string by, string command);

    /// <summary>Works the price out again, consents, and lends those named before it answers, as far as they can be reached.</summary>
    [Alias("Consent")]
    Task<Answer<AidView>> Consent(ConsentCommand consent, string by, string command);

    [Alias("Decline")]
    Task<Answer<AidView>> Decline(AidAnswer answer, string by, string command);

    [Alias("End")]
    Task<Answer<AidView>> End(AidAnswer answer, string by, string command);

    [Alias("View"), AlwaysInterleave]
    Task<Answer<AidView>> View();

    /// <summary>Called by the warden: whatever is due is done.</summary>
    [Alias("Ensure")]
    Task Ensure();
}

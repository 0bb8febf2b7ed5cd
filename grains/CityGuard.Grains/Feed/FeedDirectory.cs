using CityGuard.Abstractions;
using CityGuard.Abstractions.Feed;
using CityGuard.Abstractions.Security;
using CityGuard.Grains.Hosting;
using Orleans.Concurrency;

namespace CityGuard.Grains.Feed;

/// <summary>Names the relays of the silos that are alive.</summary>
[StatelessWorker]
internal sealed class FeedDirectory(IClusterMembershipService membership, ICallerVerifier verifier) : Grain, IFeedDirectory
{
    public async Task<Answer<IReadOnlyList<string>>> Relays(Credential caller)
    {
        if ((await verifier.Admit(caller, Scope.Read)).Refusal is { } refusal)
            return refusal;
        return membership.CurrentSnapshot.Members.Values
            .Where(m => m.Status == SiloStatus.Active)
            .Select(m => m.SiloAddress.ToParsableString())
            .Order(StringComparer.Ordinal).ToArray();
    }
}

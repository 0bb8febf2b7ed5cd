using CityGuard.Abstractions;
using CityGuard.Abstractions.Feed;
using CityGuard.Abstractions.Security;
using CityGuard.Grains.Hosting;
using Orleans.Concurrency;

namespace CityGuard.Grains.Feed;

/// <summary>The door to this silo's relay.</summary>
[SiloPlacement, Reentrant]
internal sealed class FeedFront(FeedRelay relay, ICallerVerifier verifier) : Grain, IFeedFront
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(5), Longest = TimeSpan.FromSeconds(60);

    public async Task<Answer<FeedFrame>> Subscribe(Credential caller, IFeedObserver observer, TimeSpan lease)
        => await Refuse(caller, lease) is { } refusal ? refusal : relay.Subscribe(observer, lease);

    public async Task<Answer<Done>> Renew(Credential caller, IFeedObserver observer, TimeSpan lease)
    {
        if (await Refuse(caller, lease) is { } refusal)
            return refusal;
        return relay.Renew(observer, lease) ? Done.Value : new Refusal(RefusalCode.Conflict, "There is no lease to renew: subscribe again.");
    }

    public Task Unsubscribe(IFeedObserver observer)
    {
        relay.Unsubscribe(observer);
        return Task.CompletedTask;
    }

    private async ValueTask<Refusal?> Refuse(Credential caller, TimeSpan lease)
    {
        if ((await verifier.Admit(caller, Scope.Read)).Refusal is { } refusal)
            return refusal;
        if (this.GetPrimaryKeyString() != relay.Key)
            return new Refusal(RefusalCode.Unavailable, "That silo is gone: ask the directory again.");
        return lease < Shortest || lease > Longest ? new Refusal(RefusalCode.Malformed, "A lease is 5 to 60 seconds.") : null;
    }
}

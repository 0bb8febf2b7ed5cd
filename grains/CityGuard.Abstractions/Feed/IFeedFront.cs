using CityGuard.Abstractions.Security;

namespace CityGuard.Abstractions.Feed;

/// <summary>Where the relays are. A stateless worker: use key 0. Scope read.</summary>
[Alias("CityGuard.IFeedDirectory")]
public interface IFeedDirectory : IGrainWithIntegerKey
{
    /// <summary>Keys of the relays of all living silos, to be asked again every few seconds.</summary>
    [Alias("Relays")]
    Task<Answer<IReadOnlyList<string>>> Relays(Credential caller);
}

/// <summary>The relay of one silo, by its key from <see cref="IFeedDirectory"/>. Scope read.</summary>
[Alias("CityGuard.IFeedFront")]
public interface IFeedFront : IGrainWithStringKey
{
    /// <summary>Subscribes for <paramref name="lease"/> (5 to 60 s) from now, or renews; the answer is a snapshot to start from.</summary>
    [Alias("Subscribe")]
    Task<Answer<FeedFrame>> Subscribe(Credential caller, IFeedObserver observer, TimeSpan lease);

    /// <summary>Renews a lease without a snapshot.</summary>
    [Alias("Renew")]
    Task<Answer<Done>> Renew(Credential caller, IFeedObserver observer, TimeSpan lease);

    /// <summary>Ends a subscription.</summary>
    [Alias("Unsubscribe")]
    Task Unsubscribe(IFeedObserver observer);
}

/// <summary>Receives frames.</summary>
[Alias("CityGuard.IFeedObserver")]
public interface IFeedObserver : IGrainObserver
{
    /// <summary>A frame; never blocks the sender.</summary>
    [Alias("Frame"), Orleans.Concurrency.OneWay]
    Task Frame(FeedFrame frame);
}

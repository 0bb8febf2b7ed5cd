using CityGuard.Abstractions.Responders;
using Orleans.Concurrency;

namespace CityGuard.Grains.Orders;

/// <summary>The orders in force in a district, in memory, so that who plays many crews asks a few books and not thousands of responders. Keyed by district id.</summary>
[Alias("CityGuard.Grains.IOrderBookGrain")]
internal interface IOrderBookGrain : IGrainWithStringKey
{
    /// <summary>From a responder: a new order or recall, or the order it still has, every 30 s.</summary>
    [Alias("Tell"), OneWay]
    Task Tell(Order order);

    /// <summary>Orders after an opaque mark, of responders at home in one sector (index) or, with -1, in all, waiting at most <paramref name="wait"/>.</summary>
    [Alias("Orders"), AlwaysInterleave, ResponseTimeout("00:00:40")]
    Task<OrderBatch> Orders(string after, TimeSpan wait, int sector);
}

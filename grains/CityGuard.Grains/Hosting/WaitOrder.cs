using System.Reflection;
using CityGuard.Abstractions.Areas;
using CityGuard.Abstractions.Deployments;
using CityGuard.Abstractions.Desk;
using CityGuard.Abstractions.Duty;
using CityGuard.Abstractions.Feed;
using CityGuard.Abstractions.GridEvents;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Posts;
using CityGuard.Abstractions.Protocol;
using CityGuard.Abstractions.Readiness;
using CityGuard.Abstractions.Responders;
using CityGuard.Abstractions.Roads;
using CityGuard.Abstractions.Scenarios;
using CityGuard.Abstractions.Stocks;
using CityGuard.Grains.Areas;
using CityGuard.Grains.Areas.Aid;
using CityGuard.Grains.Areas.Counters;
using CityGuard.Grains.Areas.HandOver;
using CityGuard.Grains.Areas.Stocks;
using CityGuard.Grains.Cells;
using CityGuard.Grains.Deployments;
using CityGuard.Grains.Desk;
using CityGuard.Grains.Duty;
using CityGuard.Grains.GridEvents;
using CityGuard.Grains.Incidents;
using CityGuard.Grains.Orders;
using CityGuard.Grains.Responders;
using CityGuard.Grains.Roads;
using CityGuard.Grains.Scenarios;
using CityGuard.Grains.Sectors;
using CityGuard.Grains.Targets;
using Orleans.Concurrency;

namespace CityGuard.Grains.Hosting;

/// <summary>
/// The order in which actors may wait for each other: Front, incident, area, sector, then responders, cells and targets, then order books. A call that is awaited
/// goes down, so no circle of waiting can close; everything else is one-way.
/// </summary>
internal static class WaitOrder
{
    private static readonly Type[][] Ranks =
    [
        [
            typeof(IIncidentFront), typeof(IResponderFront), typeof(IReadinessFront), typeof(IFeedFront), typeof(IFeedDirectory),
            typeof(IAreaFront),
            typeof(ICaseFront),
            typeof(IPostFront),
            typeof(IDeskFront),
            typeof(IProtocolFront),
            typeof(IGridEventFront),
            typeof(ITransferFront),
            typeof(IDutyFront),
            typeof(IStockFront),
            typeof(IRoadsFront),
            typeof(IDeploymentFront),
            typeof(IScenarioFront),
        ],
        [typeof(IIncidentGrain), typeof(IGridEventGrain), typeof(IRunGrain)],
        [typeof(IAreaGrain), typeof(IMutualAidGrain), typeof(IStockGrain), typeof(IRoadsGrain), typeof(IDeploymentGrain), typeof(IPlayerGrain)],
        [typeof(ISectorGrain), typeof(IScenarioGrain)],
        [typeof(IResponderGrain), typeof(ICellGrain), typeof(IKeyTargetGrain), typeof(IDayBookGrain), typeof(IHandOverGrain), typeof(IUnderDuty)],
        [typeof(IOrderBookGrain), typeof(IPresenceGrain)],
    ];

    /// <summary>Depth of an actor's class or interface; null for what is not ours (timers, streams, the runtime).</summary>
    public static int? RankOf(Type type)
    {
        var rank = Array.FindIndex(Ranks, types => types.Any(t => t.IsAssignableFrom(type)));
        return rank >= 0 ? rank : null;
    }

    /// <summary>True when an actor may make this call. The interface that declares the method tells whom it is for; an actor's own timer is nobody's.</summary>
    public static bool Allows(Type caller, MethodInfo method)
        => method.IsDefined(typeof(OneWayAttribute))
            || RankOf(caller) is not { } from || RankOf(method.DeclaringType!) is not { } to
            || from < to;
}

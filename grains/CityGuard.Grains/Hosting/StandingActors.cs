using CityGuard.Grains.Areas;
using CityGuard.Grains.Cells;
using CityGuard.Grains.Responders;
using CityGuard.Grains.Sectors;
using CityGuard.Grains.Targets;

namespace CityGuard.Grains.Hosting;

/// <summary>The actors that are always there, counted from what the silos really hold.</summary>
internal static class StandingActors
{
    private static readonly Type[] Kinds = [typeof(ICellGrain), typeof(IKeyTargetGrain), typeof(ISectorGrain), typeof(IAreaGrain), typeof(IResponderGrain)];

    private static readonly string[] Classes =
        [.. typeof(StandingActors).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && typeof(Grain).IsAssignableFrom(t) && Kinds.Any(k => k.IsAssignableFrom(t))).Select(t => t.FullName!)];

    public static async Task<int> Count(IGrainFactory grains)
    {
        var statistics = await grains.GetGrain<IManagementGrain>(0).GetSimpleGrainStatistics();
        // The statistics name a class as "Namespace.Class,Assembly" or "Namespace.Class".
        return statistics.Where(s => Classes.Contains(s.GrainType.Split(',')[0])).Sum(s => s.ActivationCount);
    }
}

using CityGuard.Abstractions.Incidents;
using CityGuard.Grains.Areas;
using CityGuard.Grains.Cells;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Incidents;
using CityGuard.Grains.Orders;
using CityGuard.Grains.Responders;
using CityGuard.Grains.Sectors;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Hosting;

public sealed class WaitOrderTests
{
    [Theory]
    [InlineData(typeof(IIncidentFront), typeof(IIncidentGrain), nameof(IIncidentGrain.View), true)]
    [InlineData(typeof(IIncidentGrain), typeof(ISectorGrain), nameof(ISectorGrain.Select), true)]
    [InlineData(typeof(IIncidentGrain), typeof(IResponderGrain), nameof(IResponderGrain.Reserve), true)]
    [InlineData(typeof(IAreaGrain), typeof(ISectorGrain), nameof(ISectorGrain.HearMode), true)]
    [InlineData(typeof(ISectorGrain), typeof(ICellGrain), nameof(ICellGrain.Wake), true)]
    [InlineData(typeof(ISectorGrain), typeof(IIncidentGrain), nameof(IIncidentGrain.TakeUp), true)]
    [InlineData(typeof(ISectorGrain), typeof(ISectorGrain), nameof(ISectorGrain.Introduce), true)]
    [InlineData(typeof(ISectorGrain), typeof(IAreaGrain), nameof(IAreaGrain.Mode), false)]
    [InlineData(typeof(ISectorGrain), typeof(ISectorGrain), nameof(ISectorGrain.Counts), false)]
    [InlineData(typeof(IResponderGrain), typeof(IIncidentGrain), nameof(IIncidentGrain.View), false)]
    [InlineData(typeof(IIncidentFront), typeof(IOrderBookGrain), nameof(IOrderBookGrain.Orders), true)]
    [InlineData(typeof(IOrderBookGrain), typeof(IResponderGrain), nameof(IResponderGrain.View), false)]
    [InlineData(typeof(IIncidentGrain), typeof(IIncidentGrain), nameof(IIncidentGrain.View), false)]
    public void Awaited_calls_go_down_and_only_one_way_calls_go_anywhere_else(Type caller, Type callee, string method, bool allowed)
        => WaitOrder.Allows(caller, callee.GetMethod(method).ShouldNotBeNull()).ShouldBe(allowed);

    [Fact]
    public void Every_actor_has_its_place_in_the_order()
    {
        Type[] actors = [.. new[] { typeof(IIncidentFront), typeof(IIncidentGrain) }.SelectMany(t => t.Assembly.GetTypes())
            .Where(t => t.IsInterface && typeof(IGrain).IsAssignableFrom(t))];
        actors.Length.ShouldBeGreaterThan(10);
        actors.Where(t => WaitOrder.RankOf(t) is null).ShouldBeEmpty();
    }
}

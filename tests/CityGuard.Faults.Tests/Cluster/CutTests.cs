using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.Faults.Tests.Cluster;

/// <summary>
/// Machines that reach Redis, the tables and their callers, and not each other: each believes the others dead, and all of them may be asked. The
/// journal decides what is true.
/// </summary>
public sealed class CutTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_silo_cut_off_from_the_others_writes_over_nobody_and_the_city_goes_on()
    {
        using var machines = new Machines();
        await using var city = await ClusterCity.StartOn(output, machines, silos: 3);
        foreach (var machine in new[] { 3 })
        {
            await city.Load.More(60);
            var before = city.Load.Acknowledged;
            machines.Cut(machine);
            // Somebody is declared dead and finds out: it ends. Callers are sent to all doors meanwhile, also to the one that is cut off.
            await Until.True(() => city.Cluster.Nodes.Any(n => n.HasEnded), TimeSpan.FromMinutes(2));
            await city.Load.More(60);
            output.WriteLine($"cut off machine {machine}: {city.Cluster.Nodes.Count(n => n.HasEnded)} silos ended, {city.Load.Acknowledged - before} facts acknowledged meanwhile");
            machines.Mend(machine);
            foreach (var ended in city.Cluster.Nodes.Where(n => n.HasEnded).ToList())
            {
                var its = Enumerable.Range(1, 3).Single(m => ended.Url.Contains(machines.CallersAddress(m), StringComparison.Ordinal));
                await city.Kill(ended);
                await city.StartSilo(machines, its);
            }
        }

        await city.ShouldHaveLostNothing();
        city.Load.Doors.CutOff.ShouldBePositive();
    }
}

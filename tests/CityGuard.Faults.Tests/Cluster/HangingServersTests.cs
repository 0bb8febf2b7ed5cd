using CityGuard.Faults.Tests.Campaign;
using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.Faults.Tests.Cluster;

/// <summary>What the silos stand on stops answering and comes back: a hang is worse than an end, nothing refuses, everything waits.</summary>
public sealed class HangingServersTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Without_Redis_the_silos_that_know_each_other_work_on()
    {
        await using var city = await ClusterCity.Start(output, silos: 2);
        await city.Load.More(40);
        Posix.Stop(city.Cluster.Redis.Pid);
        var before = city.Load.Acknowledged;
        await city.Load.More(300);
        Posix.Continue(city.Cluster.Redis.Pid);
        output.WriteLine($"{city.Load.Acknowledged - before} facts acknowledged while Redis hung");
        await city.Load.More(40);
        city.Cluster.Nodes.ShouldAllBe(n => !n.HasEnded);
        await city.ShouldHaveLostNothing();
    }

    [Fact]
    public async Task Without_tables_nothing_is_acknowledged_and_afterwards_nothing_is_lost()
    {
        await using var city = await ClusterCity.Start(output, silos: 2);
        await city.Load.More(60);
        Posix.Stop(city.Cluster.Tables.Pid);
        var (cut, before) = (city.Load.Doors.CutOff + city.Load.Doors.Refused, city.Load.Acknowledged);
        // Long enough that attempts end without an answer, not only later.
        await Until.True(() => city.Load.Doors.CutOff + city.Load.Doors.Refused > cut + 5);
        var during = city.Load.Acknowledged - before;
        Posix.Continue(city.Cluster.Tables.Pid);
        output.WriteLine($"{during} facts acknowledged while the tables hung (answers that were on their way), {city.Load.Doors.CutOff + city.Load.Doors.Refused - cut} attempts without an answer");
        during.ShouldBeLessThan(40);
        await city.Load.More(60);
        await city.ShouldHaveLostNothing();
    }
}

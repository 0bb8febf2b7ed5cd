using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Incidents;
using CityGuard.Grains.Tests.Cluster;
using CityGuard.Grains.Tests.Protocol;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Incidents;

/// <summary>One whole matter, told from the call to the check.</summary>
public sealed class StoryTests
{
    private static readonly Location School = new(Target: "t-0001"), NextDoor = new(Cell: "c-00038");

    [Fact]
    public async Task A_man_with_a_knife_at_a_school()
    {
        await using var city = await Story.Begin();

        // The nearest patrol is out after a bicycle thief when the school calls: a man with a knife, one dead.
        var thief = await city.Call("theft", IncidentSeverity.Low, NextDoor);
        var patrol = await city.Who(thief, "primary");
        await city.Accepts(thief);
        var school = await city.Call("violence", IncidentSeverity.High, School, dead: 1);
        (await city.Who(school, "first")).Value.ShouldBe("u-A-00001", "the school's own unit");
        (await city.Who(school, "primary")).ShouldNotBe(patrol);
        (await city.Who(school, "station")).Value.ShouldStartWith("f-");
        (await city.Who(school, "support")).Value.ShouldStartWith("x-");
        await city.Accepts(school);

        // The unit holds the gate until heavier forces take over.
        await city.Arrives(school, "first");
        await city.Leads(school, "first");
        await city.Arrives(school, "primary");
        await city.Leads(school, "primary");

        // A hostage: the patrol leaves the thief to somebody else.
        await city.Diverted(patrol, from: thief, to: school, "a hostage, and it is the nearest");
        await city.Staffed(thief);
        (await city.Who(thief, "primary")).ShouldNotBe(patrol);
        await city.Arrives(school, "support");
        await city.Leads(school, "support");

        // Nobody leads in person: station and district are told, each once, and then the chief is there.
        await city.Later(school, seconds: 110);
        await city.Told(school, "s-01-01");
        await city.Later(school, seconds: 110);
        await city.Told(school, "s-01-01", "d-01");
        await city.LeaderArrives(school, "chief of the district");

        // It is over: the patrol goes home, the others clear, and somebody else checks.
        await city.Recalled(school, "backup", "he has given up");
        (await city.City.View(patrol)).Incident.ShouldBeNull();
        await city.Clears(school);
        await city.FedBack(school, "resolved");
        (await city.Checked(OpenDoor.Key, school, passed: true, "fine")).Refusal!.Reason.ShouldContain("handle", customMessage: "nobody checks his own case");
        (await city.Checked(Story.Chief, school, passed: true, "the head teacher confirms it")).Refusal.ShouldBeNull();
        (await city.Closed(school)).Case!.Escalations!.Count.ShouldBe(2);
        city.City.Violations(school.Value, thief.Value, patrol.Value).ShouldBeEmpty();
    }
}

using CityGuard.Cities.Import.Network;
using CityGuard.Cities.Import.Osm;
using CityGuard.Cities.Roads;
using CityGuard.Cities.Tests.Roads;
using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.Cities.Tests.Import.Osm;

/// <summary>The three extracts, as they come.</summary>
public sealed class OsmRoadsTests
{
    [Theory]
    [InlineData("monaco.osm.gz", "MC")]
    [InlineData("campo-grande.osm.gz", "BR")]
    [InlineData("andorra.osm.pbf", "AD")]
    public void An_extract_becomes_a_network_for_each_profile(string file, string country)
    {
        var source = OsmRoads.Read(SharedData.Require("roads", file));
        foreach (var (name, profile) in TravelProfiles.Standard.Profiles)
        {
            var made = RoadMaker.Make(source, profile, country, 0.5);
            TestContext.Current.TestOutputHelper?.WriteLine($"{file} {name}: {made.Report}");
            made.Graph.NodeCount.ShouldBeGreaterThan(1000);
            made.Report.KilometresLost.ShouldBeLessThan(made.Report.KilometresKept);
            foreach (var cost in made.Graph.Milliseconds.ToArray())
                (cost > 0 && cost % RoadGraph.TickMilliseconds == 0).ShouldBeTrue();
            // From the first node everything is reached: one strongly connected part.
            PlainDijkstra.Times(made.Graph, 0).ShouldAllBe(time => time < int.MaxValue);
            PlainDijkstra.Times(made.Graph.Reversed(), 0).ShouldAllBe(time => time < int.MaxValue);
        }
    }
}

using CityGuard.Cities.Import.Network;
using CityGuard.Cities.Import.Osm;
using CityGuard.Cities.Roads;
using CityGuard.Cities.Roads.Hierarchy;
using CityGuard.Cities.Tests.Generate;
using CityGuard.Cities.Tests.Import;
using CityGuard.Tests.Shared;
using CsCheck;
using Shouldly;
using Xunit;

namespace CityGuard.Cities.Tests.Roads.Hierarchy;

/// <summary>Times by the hierarchy are those of the textbook's search, to the tick, before anything is rounded.</summary>
public sealed class HierarchyTests(RealCities cities, FullGuangzhou guangzhou)
{
    private const uint Seed = 20261127;

    [Fact]
    public void Any_network_however_odd()
        => RandomRoads.Gen.Sample(roads =>
        {
            Mismatches(roads, ContractionHierarchy.Build(roads), Enumerable.Range(0, roads.NodeCount)).ShouldBe(0);
        }, iter: 300);

    [Fact]
    public void In_the_order_of_another_network_of_the_same_nodes()
        => Gen.Select(RandomRoads.Gen, Gen.UInt).Sample((roads, seed) =>
        {
            var changed = RandomRoads.Changed(roads, seed);
            Mismatches(changed, ContractionHierarchy.Build(roads).Again(changed), Enumerable.Range(0, roads.NodeCount)).ShouldBe(0);
        }, iter: 200);

    [Fact]
    public void All_pairs_of_Manhattan()
    {
        var roads = cities["manhattan"].Roads;
        Mismatches(roads, ContractionHierarchy.Build(roads), Enumerable.Range(0, roads.NodeCount)).ShouldBe(0);
    }

    [Theory]
    [InlineData("auckland")]
    [InlineData("guangzhou")]
    [InlineData("andorra.osm.pbf")]
    [InlineData("monaco.osm.gz")]
    [InlineData("campo-grande.osm.gz")]
    public void A_thousand_sources_to_all_nodes(string name)
    {
        var roads = name == "guangzhou" ? guangzhou.City.Roads
            : OsmFile.Is(name) ? RoadMaker.Make(OsmRoads.Read(SharedData.Require("roads", name)), TravelProfiles.Standard.Profiles["car"], "", 0).Graph
            : cities[name].Roads;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {Seed}");
        var chance = new Random((int)Seed);
        Mismatches(roads, ContractionHierarchy.Build(roads), Enumerable.Range(0, 1000).Select(_ => chance.Next(roads.NodeCount))).ShouldBe(0);
    }

    [Fact]
    public void Another_network_s_nodes_are_refused()
    {
        var roads = RandomRoads.Make(1, 20);
        Should.Throw<ArgumentException>(() => ContractionHierarchy.Build(roads).Again(RandomRoads.Make(1, 21)));
    }

    /// <summary>Counts the pairs whose times differ, or that only one of the two finds.</summary>
    private static long Mismatches(RoadGraph roads, ContractionHierarchy hierarchy, IEnumerable<int> sources)
    {
        var plan = SweepPlan.Of(hierarchy, roads, [.. Enumerable.Range(0, roads.NodeCount)]);
        long mismatches = 0;
        Parallel.ForEach(sources.Chunk(Sweep.Lanes), () => new Sweep(plan), (batch, _, sweep) =>
        {
            sweep.Run(batch, Sweep.MostTicks);
            for (var lane = 0; lane < batch.Length; lane++)
            {
                var plain = PlainDijkstra.Times(roads, batch[lane]);
                var wrong = 0;
                for (var node = 0; node < plain.Length; node++)
                {
                    var wanted = plain[node] / RoadGraph.TickMilliseconds is var ticks && ticks <= Sweep.MostTicks ? ticks : Sweep.Beyond;
                    var found = sweep.Target(node) is { IsEmpty: false } lanes ? lanes[lane] : Sweep.Beyond;
                    wrong += found == wanted ? 0 : 1;
                }

                Interlocked.Add(ref mismatches, wrong);
            }

            return sweep;
        }, sweep => sweep.Dispose());
        return mismatches;
    }
}

using CityGuard.Cities.Import;
using CityGuard.Cities.Import.Network;
using CityGuard.Cities.Roads;
using Shouldly;
using Xunit;

namespace CityGuard.Cities.Tests.Import.Network;

public sealed class RoadMakerTests
{
    // A ladder: two streets from a to d, with rungs.
    private static DrawnRoads Ladder(params (string Key, string Value)[] lower) => new DrawnRoads()
        .Way(1, "a0 b0 c0 d0", lower).Way(2, "a1 b1 c1 d1").Way(3, "a0 a1").Way(4, "b0 b1").Way(5, "c0 c1").Way(6, "d0 d1");

    [Fact]
    public void A_hundred_metres_of_residential_street_take_as_long_as_the_rules_say()
    {
        var made = Ladder().Make();
        // 40 km/h assumed, 60 % of it.
        Seconds(made, "a0", "b0").ShouldBe(100 / (40 * 0.6 / 3.6), tolerance: 0.05);
        made.Report.LimitsAssumed.ShouldBe(6);
        Seconds(Ladder(("maxspeed", "20 mph")).Make(), "a0", "b0").ShouldBe(100 / (20 * 1.609344 * 0.6 / 3.6), tolerance: 0.05);
        Seconds(Ladder(("maxspeed", "20 mph")).Make("emergency"), "a0", "b0").ShouldBe(100 / (20 * 1.609344 * 0.6 * 1.15 / 3.6), tolerance: 0.05);
        Seconds(Ladder(("maxspeed", "DE:urban")).Make(), "a0", "b0").ShouldBe(100 / (50 * 0.6 / 3.6), tolerance: 0.05);
        Seconds(Ladder().Make("walk"), "a0", "b0").ShouldBe(75, tolerance: 0.2);
    }

    [Fact]
    public void A_one_way_street_is_one_way_but_not_on_foot()
    {
        var made = Ladder(("oneway", "yes")).Make();
        Seconds(made, "a0", "b0").ShouldBe(15, tolerance: 0.05);
        Seconds(made, "b0", "a0").ShouldBe(45, tolerance: 0.1);
        var back = Ladder(("oneway", "-1")).Make();
        Seconds(back, "a0", "b0").ShouldBe(45, tolerance: 0.1);
        Seconds(back, "b0", "a0").ShouldBe(15, tolerance: 0.05);
        Seconds(Ladder(("junction", "roundabout")).Make(), "b0", "a0").ShouldBe(45, tolerance: 0.1);
        Seconds(Ladder(("oneway", "yes")).Make("walk"), "b0", "a0").ShouldBe(75, tolerance: 0.2);
        Seconds(Ladder(("oneway", "reversible")).Make(), "a0", "b0").ShouldBe(45, tolerance: 0.1);
    }

    [Theory]
    [InlineData("access", "private", "emergency", true)]
    [InlineData("access", "private", "car", false)]
    [InlineData("access", "no", "emergency", false)]
    [InlineData("motor_vehicle", "no", "emergency", false)]
    [InlineData("bus", "designated", "emergency", true)]
    [InlineData("highway", "busway", "emergency", true)]
    [InlineData("highway", "busway", "car", false)]
    [InlineData("highway", "pedestrian", "emergency", true)]
    [InlineData("highway", "pedestrian", "car", false)]
    [InlineData("highway", "steps", "walk", true)]
    [InlineData("highway", "steps", "car", false)]
    [InlineData("highway", "motorway", "walk", false)]
    [InlineData("foot", "no", "walk", false)]
    [InlineData("highway", "construction", "emergency", false)]
    public void Who_may_use_a_road(string key, string value, string profile, bool may)
    {
        // The ladder's last rung is the road in question: without it one goes round.
        var made = new DrawnRoads().Way(1, "a0 b0 c0 d0").Way(2, "a1 b1 c1 d1").Way(3, "a0 a1").Way(6, "d0 d1", (key, value)).Make(profile);
        made.Report.WaysLeftOut.ShouldBe(may ? 0 : 1);
    }

    [Fact]
    public void Buses_against_a_one_way_are_followed_by_emergency_vehicles_only()
    {
        (string, string)[] tags = [("oneway", "yes"), ("oneway:bus", "no")];
        Seconds(Ladder(tags).Make("emergency"), "b0", "a0").ShouldBe(15 / 1.15, tolerance: 0.05);
        Seconds(Ladder(tags).Make(), "b0", "a0").ShouldBe(45, tolerance: 0.1);
    }

    [Fact]
    public void A_bollard_ends_both_roads_and_a_signal_costs_time()
    {
        var blocked = Ladder().Node("b0", "barrier", "bollard").Make();
        Seconds(blocked, "a0", "c0").ShouldBe(60, tolerance: 0.1);
        Seconds(Ladder().Node("b0", "barrier", "gate").Make(), "a0", "c0").ShouldBe(30, tolerance: 0.1);
        Seconds(Ladder().Node("b0", "highway", "traffic_signals").Make(), "a0", "c0").ShouldBe(38, tolerance: 0.1);
        Seconds(blocked with { }, "a0", "a1").ShouldBe(15, tolerance: 0.05);
    }

    [Fact]
    public void A_forbidden_turn_is_not_driven_and_every_other_is()
    {
        // From a0 over b0 up to b1 is forbidden: round over c.
        var made = Split().Turn("no_left_turn", 1, "b0", 4).Make();
        made.Report.TurnBans.ShouldBe(1);
        Seconds(made, "a0", "b1").ShouldBe(30, tolerance: 0.1); // by a1, as quick
        var shut = Split(withA: false).Turn("no_left_turn", 1, "b0", 4).Make();
        Seconds(Split(withA: false).Make(), "a0", "b1").ShouldBe(30, tolerance: 0.1);
        Seconds(shut, "a0", "b1").ShouldBe(60, tolerance: 0.1); // a0 b0 c0 c1 b1
        Seconds(shut, "c0", "b1").ShouldBe(30, tolerance: 0.1);
        Seconds(shut, "a0", "c0").ShouldBe(30, tolerance: 0.1);
        Seconds(Split(withA: false).Turn("no_left_turn", 1, "b0", 4).Make("emergency"), "a0", "b1").ShouldBe(30 / 1.15, tolerance: 0.1);
        Seconds(Split(withA: false).Turn("no_left_turn", 1, "b0", 4, "motorcar").Make(), "a0", "b1").ShouldBe(30, tolerance: 0.1);
    }

    [Fact]
    public void The_only_turn_forbids_the_others()
    {
        var made = Split(withA: false).Turn("only_straight_on", 1, "b0", 2).Make();
        Seconds(made, "a0", "b1").ShouldBe(60, tolerance: 0.1);
        Seconds(made, "c0", "b1").ShouldBe(30, tolerance: 0.1);
    }

    [Fact]
    public void A_ban_over_a_way_forbids_just_that_sequence()
    {
        // a0 b0 c0 and up to c1 is forbidden; b0 c0 c1 is not, nor a0 b0 c0 d0.
        var made = Split(withA: false).Turn("no_left_turn", 1, [2], 5).Make();
        made.Report.TurnBans.ShouldBe(1);
        Seconds(made, "b1", "c1").ShouldBe(15, tolerance: 0.1);
        var alone = new DrawnRoads().Way(1, "a0 b0").Way(2, "b0 c0").Way(3, "c0 d0").Way(5, "c0 c1").Way(6, "d0 d1").Way(7, "c1 d1").Way(8, "b0 b9")
            .Turn("no_left_turn", 1, [2], 5).Make();
        Seconds(alone, "a0", "c1").ShouldBe(75, tolerance: 0.2); // over d
        Seconds(alone, "b9", "c1").ShouldBe((9 * 15) + 30, tolerance: 0.3);
        Seconds(alone, "a0", "d0").ShouldBe(45, tolerance: 0.2);
    }

    [Fact]
    public void A_ban_that_fits_no_ways_is_counted_and_left_out()
    {
        var made = Split().Turn("no_left_turn", 1, "d1", 4).Turn("no_idea", 1, "b0", 4).Make();
        made.Report.TurnBans.ShouldBe(0);
        made.Report.TurnBansUnclear.ShouldBe(2);
    }

    [Fact]
    public void Pieces_that_one_cannot_leave_or_reach_are_left_out_and_reported()
    {
        var made = Ladder().Way(7, "e0 e1").Way(8, "d0 d9", ("oneway", "yes")).Make();
        made.Report.PartsLost.ShouldBeGreaterThanOrEqualTo(2);
        made.Report.KilometresLost.ShouldBe(0.2 + 0.9, tolerance: 0.01);
        var error = Should.Throw<CityInputException>(() => Ladder().Way(7, "e0 e9").Make(leastShare: 0.8));
        error.Message.ShouldContain("drawn.osm");
        error.Message.ShouldContain("parts");
    }

    [Fact]
    public void Nobody_stops_at_a_junction_that_remembers_or_on_an_expressway()
    {
        var made = Split(withA: false).Turn("no_left_turn", 1, "b0", 4).Way(9, "d1 e1 f1 e2 d1", ("highway", "motorway"), ("oneway", "yes")).Make();
        var locator = new NodeLocator(made.Graph);
        foreach (var name in (string[])["b0", "e1", "f1"])
            made.Graph.Nodes.Span[locator.Nearest(DrawnRoads.Place(name))].MetresTo(DrawnRoads.Place(name)).ShouldBeGreaterThan(50);
        made.Graph.Nodes.Span[locator.Nearest(DrawnRoads.Place("c0"))].MetresTo(DrawnRoads.Place("c0")).ShouldBeLessThan(1);
    }

    [Fact]
    public void Streets_keep_their_names()
    {
        var made = Ladder(("name", "Main Street")).Make();
        made.Streets.ShouldBe(["Main Street"]);
        Enumerable.Range(0, made.Graph.ArcCount).Count(arc => made.Graph.StreetOf(arc) == 0).ShouldBe(6);
    }

    // The ladder with the lower street in three ways, so that bans can name them.
    private static DrawnRoads Split(bool withA = true)
    {
        var roads = new DrawnRoads().Way(1, "a0 b0").Way(2, "b0 c0").Way(3, "c0 d0").Way(4, "b0 b1").Way(5, "c0 c1").Way(6, "d0 d1").Way(7, "b1 c1 d1");
        return withA ? roads.Way(8, "a0 a1 b1") : roads;
    }

    /// <summary>Quickest time between the places, whichever of the nodes at the end one comes to.</summary>
    private static double Seconds(MadeRoads made, string from, string to)
    {
        var nodes = made.Graph.Nodes.ToArray();
        var search = new RoadSearch(made.Graph);
        // Starts at a place forget where one came from: of the nodes there it is the one from which most is reached, the plain one.
        return At(from).Min(start =>
        {
            search.Run(start, int.MaxValue);
            return At(to).Min(end => search.TryTime(end, out var time) ? time / 1000.0 : double.PositiveInfinity);
        });

        IEnumerable<int> At(string name) => Enumerable.Range(0, nodes.Length).Where(n => nodes[n].MetresTo(DrawnRoads.Place(name)) < 1);
    }
}

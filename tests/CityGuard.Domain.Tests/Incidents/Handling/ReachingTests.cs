using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Domain.Plans;
using CsCheck;
using Shouldly;
using Xunit;
using static CityGuard.Domain.Tests.Incidents.IncidentStory;

namespace CityGuard.Domain.Tests.Incidents.Handling;

/// <summary>Nobody fits within the ring: neighbours, district, city, a neighbour city, and back to the ring once the role is filled.</summary>
public sealed class ReachingTests
{
    [Fact]
    public void Who_is_missing_for_too_long_is_looked_for_farther_away_as_far_as_the_city_goes()
    {
        var story = Opened().Happens(Found(0, 0));
        foreach (var (i, reach) in ((Reach[])[Reach.Neighbours, Reach.District, Reach.City]).Index())
        {
            Reaching.WidensAt(story.Course, OneCar, "first", Reach.City, Start.AddSeconds(10 * i)).ShouldBe(Start.AddSeconds(10 * (i + 1)));
            story.Happens(Found(0, 10 * (i + 1)), Reaching.Widen(story.Course, "first", 0, 1, Start.AddSeconds(10 * (i + 1))));
            Reaching.Of(story.Course, "first").ShouldBe(reach);
        }

        Reaching.WidensAt(story.Course, OneCar, "first", Reach.City, Start.AddHours(1)).ShouldBeNull();
        Reaching.WidensAt(story.Course, OneCar, "first", Reach.Partner, Start.AddHours(1)).ShouldBe(Start.AddSeconds(40));
        Reaching.WidensAt(story.Course, OneCar with { Clocks = new PlanClocks(WidenSeconds: 0) }, "first", Reach.Partner, Start.AddHours(1)).ShouldBe(Start.AddSeconds(30));
        Reaching.Of(story.Course, "another").ShouldBe(Reach.Ring);
    }

    [Fact]
    public void Time_is_counted_from_the_first_try_that_found_too_few_and_one_that_found_enough_ends_it()
    {
        var story = Opened().Happens(Found(0, 0), Found(0, 5));
        Reaching.WidensAt(story.Course, OneCar, "first", Reach.City, Start.AddSeconds(5)).ShouldBe(Start.AddSeconds(10));
        story.Happens(Found(1, 8), Found(0, 30));
        Reaching.WidensAt(story.Course, OneCar, "first", Reach.City, Start.AddSeconds(30)).ShouldBe(Start.AddSeconds(40));
    }

    [Fact]
    public void Once_filled_it_is_served_in_one_word_and_the_next_who_is_missing_is_looked_for_near_the_place_again()
    {
        var story = Widened().Happens(Found(1, 20), new AssignmentRequested(Op, Patrol, "first", 0, 600, null, null, null, Start.AddSeconds(20)));
        Reaching.Step(story.Course, OneCar).ShouldBeNull();
        story.Happens(new AssignmentRefused(Op, 0, "busy", Start.AddSeconds(20)));
        Reaching.Step(story.Course, OneCar).ShouldBeNull();
        Reaching.Of(story.Course, "first").ShouldBe(Reach.Neighbours);
        story.Happens(new AssignmentRequested(Op2, Other, "first", 0, 600, null, null, null, Start.AddSeconds(21)), new AssignmentGranted(Op2, 1, Start.AddSeconds(21)));
        story.Next().ShouldBeOfType<IncidentStep.ServeReach>();
        Reaching.Serve(story.Course, OneCar, Start.AddSeconds(21)).ShouldBe([new ReachServed("first", Reach.Neighbours, "filled", Start.AddSeconds(21))]);
        story.Happens([.. Reaching.Serve(story.Course, OneCar, Start.AddSeconds(21))]);
        Reaching.Serve(story.Course, OneCar, Start.AddSeconds(22)).ShouldBeEmpty();
        Reaching.Of(story.Course, "first").ShouldBe(Reach.Ring);
    }

    [Fact]
    public void What_closes_or_is_wanted_no_more_says_so_before_it_ends()
    {
        var story = Widened();
        Reaching.Serve(story.Course, null, Start).ShouldHaveSingleItem().ShouldBeOfType<ReachServed>().What.ShouldBe("unwanted");
        story.Happens(new Closing("li", "settled", Start.AddSeconds(30)));
        story.Next().ShouldBeOfType<IncidentStep.ServeReach>();
        story.Happens([.. Reaching.Serve(story.Course, OneCar, Start.AddSeconds(30))]);
        story.Told[^1].ShouldBeOfType<ReachServed>().What.ShouldBe("closed");
        story.Next().ShouldBeOfType<IncidentStep.Close>();
    }

    [Fact]
    public void Whatever_happens_to_a_role_it_widens_by_one_and_is_served_once()
        => Gen.Int[0, 3].Array[1, 40].Sample(moves =>
        {
            var (story, open) = (Opened(), 0);
            foreach (var (i, move) in moves.Index())
            {
                var at = Start.AddSeconds(7 * (i + 1));
                if (move == 0)
                    story.Happens(Found(0, 7 * (i + 1)));
                else if (move == 1 && Reaching.WidensAt(story.Course, OneCar, "first", Reach.Partner, at) is { } due && due <= at)
                    story.Happens(Reaching.Widen(story.Course, "first", 0, 1, at));
                else if (move == 2 && IncidentProcedure.Missing(story.Course, OneCar).Length > 0)
                    story.Happens(new AssignmentRequested(IncidentRules.NextOp(story.Course, 0), Patrol, "first", 0, 600, null, null, null, at), new AssignmentGranted(IncidentRules.NextOp(story.Course, 0), 1, at));
                else if (move == 3 && story.Course.Assignments.FindLast(a => a.Phase == AssignmentPhase.Granted) is { } held)
                    story.Happens(new AssignmentLost(held.Op, null, 2, "chief", "needed", false, at));
                foreach (var said in Reaching.Serve(story.Course, OneCar, at))
                    story.Happens(said);
            }

            foreach (var told in story.Told)
                (told switch
                {
                    ReachWidened w => w.Reach == w.From + 1 && (int)w.From == open && (open = (int)w.Reach) > 0,
                    ReachServed s => (int)s.Reach == open && (open = 0) == 0,
                    _ => true,
                }).ShouldBeTrue();
        });

    private static IncidentStory Widened()
    {
        var story = Opened().Happens(Found(0, 0));
        return story.Happens(Reaching.Widen(story.Course, "first", 0, 1, Start.AddSeconds(20)));
    }

    private static Decided Found(int count, int afterSeconds) => new(
        "one", "first", "first", "h", new WantedRecord([], [], 1, null), count > 0 ? [Patrol] : [], [], new Dictionary<string, int>(), true, Start.AddSeconds(afterSeconds));
}

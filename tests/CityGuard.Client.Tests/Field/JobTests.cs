using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Responders;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;
using Shouldly;
using Xunit;

namespace CityGuard.Client.Tests.Field;

public sealed class JobTests
{
    private const string Patrol = "p-C-0007";

    [Fact]
    public void A_crew_takes_every_step_in_order_with_the_ids_of_its_order()
    {
        var play = Started();
        var order = play.Order(Patrol, 5);
        play.World.Hear(order, play.Now);

        play.Run(TimeSpan.FromHours(3));

        var steps = play.Radio.Steps;
        steps.ShouldAllBe(step => step.Job.Order == order);
        steps.Select(step => step.Step).Where(step => step != AssignmentProgress.Controlled)
            .ShouldBe([AssignmentProgress.Accepted, AssignmentProgress.EnRoute, AssignmentProgress.OnScene, AssignmentProgress.Cleared]);
        steps.Select(step => step.At).ShouldBeInOrder();
        var at = steps.ToDictionary(step => step.Step, step => step.At);
        (at[AssignmentProgress.Accepted] - order.At).TotalSeconds.ShouldBeInRange(3, 12.5);
        (at[AssignmentProgress.EnRoute] - at[AssignmentProgress.Accepted]).TotalSeconds.ShouldBe(15, 0.5);
        play.World.Busy.ShouldBe(0);
    }

    [Fact]
    public void It_drives_to_the_scene_on_roads_at_road_speed_and_stays_there()
    {
        var play = Started();
        play.World.Hear(play.Order(Patrol, 5, cell: 3), play.Now);

        play.Run(TimeSpan.FromHours(3));

        var at = play.Radio.Steps.ToDictionary(step => step.Step, step => step.At);
        var track = play.Radio.Positions.Where(position => position.Responder == Patrol).ToArray();
        var driving = track.Where(position => position.At >= at[AssignmentProgress.EnRoute] && position.At <= at[AssignmentProgress.OnScene]).ToArray();
        driving.Length.ShouldBeGreaterThan(2);
        driving.ShouldAllBe(position => play.MetresFromRoad(new GeoPoint(position.Lon, position.Lat)) < 0.5);
        foreach (var (from, to) in driving.Zip(driving.Skip(1)))
            (Place(from).MetresTo(Place(to)) / (to.At - from.At).TotalSeconds).ShouldBeLessThan((50 / 3.6) + 0.05);
        var there = track.Where(position => position.At > at[AssignmentProgress.OnScene] && position.At < at[AssignmentProgress.Cleared]).ToArray();
        there.ShouldNotBeEmpty();
        there.ShouldAllBe(position => Place(position).MetresTo(play.City.Cells.Centres[3]) < 1, "the sample's cell centres are nodes");
    }

    [Fact]
    public void It_takes_no_step_before_the_city_has_acknowledged_the_one_before()
    {
        var play = Started();
        play.Acknowledges = false;
        play.World.Hear(play.Order(Patrol, 5), play.Now);

        play.Run(TimeSpan.FromHours(1));

        play.Radio.Steps.ShouldHaveSingleItem().Step.ShouldBe(AssignmentProgress.Accepted);
    }

    [Fact]
    public void A_step_without_an_answer_is_said_again_with_the_same_time()
    {
        var play = Started();
        play.Acknowledges = false;
        play.World.Hear(play.Order(Patrol, 5), play.Now);
        play.Run(TimeSpan.FromSeconds(20));
        var first = play.Radio.Steps.ShouldHaveSingleItem();

        play.World.Unanswered(first.Crew, first.Job, first.Step, play.Now);
        play.Run(TimeSpan.FromSeconds(20));

        play.Radio.Steps.Count.ShouldBe(2);
        play.Radio.Steps[1].ShouldBe(first);
    }

    [Fact]
    public void A_recalled_crew_says_nothing_more_and_goes_back_to_its_round()
    {
        var play = Started();
        play.World.Hear(play.Order(Patrol, 5), play.Now);
        play.Run(TimeSpan.FromSeconds(40));
        var said = play.Radio.Steps.Count;
        var job = play.Radio.Steps[^1].Job;

        play.World.Hear(play.Order(Patrol, 5, recall: true), play.Now);
        play.Run(TimeSpan.FromMinutes(30));

        said.ShouldBeGreaterThan(0);
        play.Radio.Steps.Count.ShouldBe(said);
        job.Over.IsCancellationRequested.ShouldBeTrue();
        play.World.Busy.ShouldBe(0);
        play.Radio.Positions.TakeLast(1_000).Where(position => position.Responder == Patrol).Select(Place).Distinct().Count().ShouldBeGreaterThan(5);
    }

    [Fact]
    public void Orders_of_lower_epochs_are_discarded_and_a_higher_one_replaces_the_job()
    {
        var play = Started();
        play.World.Hear(play.Order(Patrol, 5), play.Now);
        play.World.Hear(play.Order(Patrol, 4, op: "o-9"), play.Now);
        play.World.Hear(play.Order(Patrol, 3, recall: true), play.Now);
        play.Run(TimeSpan.FromSeconds(20));
        play.Radio.Steps.ShouldAllBe(step => step.Job.Order.Epoch == 5);
        play.Radio.Steps.ShouldNotBeEmpty();

        var graver = play.Order(Patrol, 6, op: "o-2");
        play.World.Hear(graver, play.Now);
        var before = play.Radio.Steps.Count;
        play.Run(TimeSpan.FromHours(3));

        play.Radio.Steps.Skip(before).ShouldAllBe(step => step.Job.Order == graver);
        play.Radio.Steps[^1].Step.ShouldBe(AssignmentProgress.Cleared);
    }

    [Fact]
    public void A_unit_goes_on_foot_and_is_on_the_spot_after_its_turnout()
    {
        var play = Started();
        var unit = play.City.Responders.First(responder => responder.Kind == "emergencyUnit");
        play.World.Hear(play.Order(unit.Id.Value, 2), play.Now);

        play.Run(TimeSpan.FromHours(3));

        var at = play.Radio.Steps.ToDictionary(step => step.Step, step => step.At);
        (at[AssignmentProgress.OnScene] - at[AssignmentProgress.Accepted]).TotalSeconds.ShouldBe(unit.TurnoutSeconds, 0.6);
        play.Radio.Positions.ShouldAllBe(position => position.Responder != unit.Id.Value);
        at.Keys.ShouldContain(AssignmentProgress.Cleared);
    }

    [Fact]
    public void A_force_returns_to_its_post_when_it_has_cleared()
    {
        var play = Started();
        play.World.Hear(play.Order("f-0001", 2), play.Now);

        play.Run(TimeSpan.FromHours(4));

        play.Radio.Steps[^1].Step.ShouldBe(AssignmentProgress.Cleared);
        play.City.TryResponder("f-0001", out var force);
        var track = play.Radio.Positions.Where(position => position.Responder == "f-0001").Select(Place).ToArray();
        track.Distinct().Count().ShouldBeGreaterThan(10);
        track[^1].ShouldBe(play.City.Responders[force].Post);
    }

    [Fact]
    public void After_a_restart_a_held_crew_waits_where_it_was_and_goes_on_where_it_had_stopped()
    {
        var play = new Play { AnswersCrews = false };
        play.Run(TimeSpan.FromSeconds(10));
        var crew = play.Radio.AskedCrews.Single(crew => crew.Profile.Id.Value == Patrol);
        var order = play.Order(Patrol, 5, agoMs: 300_000);
        play.World.Hear(order, play.Now); // told again before the city has said where the crew is
        play.World.Seen(crew, View(play, ResponderStatus.OnScene), play.Now);

        var (_, job) = play.Radio.AskedJobs.ShouldHaveSingleItem();
        var started = DateTimeOffset.FromUnixTimeMilliseconds(play.Now);
        play.World.Found(crew, job, Assignment(order, started.AddMinutes(-4), started.AddMinutes(-3), started.AddMinutes(-1)), play.Now);
        play.Run(TimeSpan.FromHours(3));

        play.Radio.Steps.Select(step => step.Step).Where(step => step != AssignmentProgress.Controlled).ShouldBe([AssignmentProgress.Cleared]);
        play.Radio.Positions.Where(position => position.Responder == Patrol).Select(Place).First().MetresTo(play.City.Cells.Centres[117]).ShouldBeLessThan(1);
    }

    [Fact]
    public void A_refused_step_makes_it_ask_and_an_order_that_is_not_ours_is_dropped()
    {
        var play = Started();
        play.Acknowledges = false;
        play.World.Hear(play.Order(Patrol, 5), play.Now);
        play.Run(TimeSpan.FromSeconds(20));
        var step = play.Radio.Steps[^1];

        play.World.Refused(step.Crew, step.Job, step.Step, play.Now);
        play.Radio.AskedJobs.ShouldHaveSingleItem().Job.ShouldBe(step.Job);
        play.World.Found(step.Crew, step.Job, null, play.Now);
        play.Run(TimeSpan.FromMinutes(10));

        play.Radio.Steps.Count.ShouldBe(1);
        play.World.Busy.ShouldBe(0);
    }

    [Fact]
    public void A_job_that_stays_refused_is_given_up_after_some_tries_with_a_pause_between_them()
    {
        var play = Started();
        play.Acknowledges = false;
        var order = play.Order(Patrol, 5);
        play.World.Hear(order, play.Now);
        var (refused, found) = (0, 0);

        play.Run(TimeSpan.FromMinutes(10), () =>
        {
            for (; refused < play.Radio.Steps.Count; refused++)
                play.World.Refused(play.Radio.Steps[refused].Crew, play.Radio.Steps[refused].Job, play.Radio.Steps[refused].Step, play.Now);
            for (; found < play.Radio.AskedJobs.Count; found++)
                play.World.Found(play.Radio.AskedJobs[found].Crew, play.Radio.AskedJobs[found].Job, Assignment(order), play.Now);
        });

        play.Radio.Steps.Count.ShouldBe(11);
        play.Radio.Steps.Zip(play.Radio.Steps.Skip(1)).ShouldAllBe(pair => pair.Second.At - pair.First.At >= TimeSpan.FromSeconds(5));
        play.World.Busy.ShouldBe(0);
    }

    private static Play Started()
    {
        var play = new Play();
        play.Run(TimeSpan.FromSeconds(30));
        return play;
    }

    private static GeoPoint Place(PositionReport position) => new(position.Lon, position.Lat);

    private static AssignmentView Assignment(Order order, DateTimeOffset? accepted = null, DateTimeOffset? enRoute = null, DateTimeOffset? onScene = null)
        => new(order.Op, order.Responder, order.Role, AssignmentState.Granted, order.Epoch, null, order.At, order.At, accepted, enRoute, onScene, null, null, null);

    private static ResponderView View(Play play, ResponderStatus status)
    {
        play.City.TryResponder(Patrol, out var index);
        var profile = play.City.Responders[index];
        var order = play.Order(Patrol, 5);
        return new(profile.Id, profile.Kind, profile.Class, profile.CallSign, status, 5, order.Incident, order.Op, play.City.Cells.Centres[117],
            order.At, play.City.Cells.Ids[117], play.City.Areas[play.City.Cells.Sectors[0].Area].Id, [], null);
    }
}

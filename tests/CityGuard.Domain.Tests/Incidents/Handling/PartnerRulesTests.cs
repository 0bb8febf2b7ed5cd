using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Plans;
using Shouldly;
using Xunit;
using static CityGuard.Domain.Tests.Incidents.IncidentStory;

namespace CityGuard.Domain.Tests.Incidents.Handling;

/// <summary>A neighbour city is asked, answers, fills the role or does not, and is told when it is needed no more.</summary>
public sealed class PartnerRulesTests
{
    private static readonly ResponsePlan Squads = OneCar with { Roles = [new PlanRole("squad", ["specialPolice"], ["armed"], 2, null)] };
    private static readonly PartnerCity Near = City("near", new PartnerForce("specialPolice", 1, 600, ["armed"]), new PartnerForce("patrolGroup", 9, 60)),
        Far = City("far", new PartnerForce("specialPolice", 20, 1_200, ["armed", "riotControl"])), Unarmed = City("unarmed", new PartnerForce("specialPolice", 5, 60));
    private static readonly PartnerOffer[] Offers = [Offer(Far, 1_500), Offer(Near, 700)];

    [Fact]
    public void Only_forces_of_the_kind_and_with_the_capabilities_fit()
    {
        PartnerRules.Fit([Near, Far, Unarmed], Squads.Roles[0]).Select(pair => (pair.City.Id, pair.Force.Kind)).ShouldBe([("near", "specialPolice"), ("far", "specialPolice")]);
        PartnerRules.Fit([Near, Far, Unarmed], new PlanRole("any", [], [], 1, null)).Count().ShouldBe(4);
    }

    [Fact]
    public void The_soonest_is_asked_first_and_the_next_once_it_sends_too_few_declines_or_is_silent()
    {
        var story = Opened().Happens(new Decided("one", "squad", "first", "h", new WantedRecord([], [], 2, null), [], [], new Dictionary<string, int>(), true, Start));
        Asks(story, 2, 0).ShouldBe(new PartnerAsked(1, "squad", "near", "specialPolice", 1, 700, Start));
        story.Happens(Asks(story, 2, 0)!);
        Asks(story, 2, 299).ShouldBeNull();
        Asks(story, 2, 300)!.Partner.ShouldBe("far");
        story.Does(Answers(story, 1, 0, 60));
        story.Course.Vacated.ShouldContain("squad");
        IncidentProcedure.Cause(story.Course, "squad", Start).ShouldBe("partner");
        story.Happens(Asks(story, 2, 60)!);
        story.Course.Partners[1].Asked.ShouldSatisfyAllConditions(a => a.Partner.ShouldBe("far"), a => a.Count.ShouldBe(2));
        story.Does(Answers(story, 2, 0, 90));
        Asks(story, 2, 10_000).ShouldBeNull();
    }

    [Fact]
    public void What_it_sends_fills_the_role_and_who_has_not_answered_is_told()
    {
        var story = Opened();
        story.Happens(Asks(story, 2, 0)!);
        story.Happens(Asks(story, 2, 300)!);
        story.Does(Answers(story, 2, 2, 320));
        IncidentProcedure.Missing(story.Course, Squads).ShouldBeEmpty();
        Reaching.Step(story.Course, Squads).ShouldNotBeNull();
        var said = Reaching.Serve(story.Course, Squads, Start.AddSeconds(320));
        said.ShouldBe([new PartnerWithdrawn(1, "filled", Start.AddSeconds(320))]);
        story.Happens([.. said]);
        Reaching.Step(story.Course, Squads).ShouldBeNull();
        story.Happens(new Closing("li", "over", Start.AddSeconds(900)));
        story.Next(Squads).ShouldBeOfType<IncidentStep.ServeReach>();
        story.Happens([.. Reaching.Serve(story.Course, Squads, Start.AddSeconds(900))]);
        story.Told[^1].ShouldBe(new PartnerWithdrawn(2, "closed", Start.AddSeconds(900)));
        PartnerRules.Sent(story.Course, "squad").ShouldBe(0);
        story.Next(Squads).ShouldBeOfType<IncidentStep.Close>();
    }

    [Fact]
    public void What_was_asked_for_in_an_earlier_round_counts_for_nothing_in_the_next()
    {
        var story = Opened();
        story.Happens(Asks(story, 2, 0)!);
        story.Does(Answers(story, 1, 1, 60));
        IncidentProcedure.Missing(story.Course, Squads)[0].Count.ShouldBe(1);
        story.Happens(new CheckFailed("wu", null, "not done", Start.AddSeconds(90)));
        IncidentProcedure.Missing(story.Course, Squads)[0].Count.ShouldBe(2);
        Reaching.Serve(story.Course, Squads, Start.AddSeconds(90)).ShouldBe([new PartnerWithdrawn(1, "unwanted", Start.AddSeconds(90))]);
        Asks(story, 2, 91)!.ShouldSatisfyAllConditions(a => a.Partner.ShouldBe("near"), a => a.Number.ShouldBe(2));
    }

    [Fact]
    public void An_answer_that_does_not_fit_is_refused_with_its_reason()
    {
        PartnerRules.Answer(IncidentCourse.Empty, 1, 1, null, "li", "yes", Start, null).Objection!.Kind.ShouldBe(ObjectionKind.Unknown);
        var story = Opened();
        story.Happens(Asks(story, 2, 0)!);
        Answers(story, 0, 1, 10).Objection!.Kind.ShouldBe(ObjectionKind.Unknown);
        Answers(story, 2, 1, 10).Objection!.Kind.ShouldBe(ObjectionKind.Unknown);
        Answers(story, 1, 2, 10).Objection!.Reason.ShouldContain("0 to 1");
        Answers(story, 1, -1, 10).Objection!.Kind.ShouldBe(ObjectionKind.Impossible);
        PartnerRules.Answer(story.Course, 1, 1, Start.AddSeconds(-1), "li", "yes", Start, null).Objection!.Reason.ShouldContain("earlier than the request");
        PartnerRules.Answer(story.Course, 1, 0, Start.AddSeconds(9), "li", "no", Start, null).Objection!.Reason.ShouldContain("no time of arrival");
        story.Does(Answers(story, 1, 1, 10));
        Answers(story, 1, 1, 20).Objection!.ShouldSatisfyAllConditions(o => o.Kind.ShouldBe(ObjectionKind.Conflict), o => o.Holder.ShouldBe("li"));
        IncidentRules.AnotherCommand(story.Course, "c-10", new CaseCommand.AnswerFor(1, 1, null, "li", "as agreed")).ShouldBeNull();
        IncidentRules.AnotherCommand(story.Course, "c-10", new CaseCommand.AnswerFor(1, 0, null, "li", "as agreed")).ShouldNotBeNull();
    }

    private static PartnerAsked? Asks(IncidentStory story, int missing, int afterSeconds) => PartnerRules.Ask(story.Course, "squad", missing, Offers, Start.AddSeconds(afterSeconds));

    private static Decision<IncidentEvent> Answers(IncidentStory story, int number, int count, int afterSeconds)
        => PartnerRules.Answer(story.Course, number, count, null, "li", "as agreed", Start.AddSeconds(afterSeconds), $"c-{afterSeconds}");

    private static PartnerOffer Offer(PartnerCity city, int seconds) => new(city, city.Forces[0], seconds);

    private static PartnerCity City(string id, params PartnerForce[] forces) => new(id, new BilingualName(id, id), CellId.Parse("c-1"), forces);
}

using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Domain.Incidents.Merging;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Plans;
using Shouldly;
using Xunit;

namespace CityGuard.Domain.Tests.Incidents.Merging;

/// <summary>The younger incident's side of a merge.</summary>
public sealed class MergeRulesTests
{
    private static readonly ResponsePlan Desk = new("desk", [], [], [], [], "anti-fraud");

    [Fact]
    public void It_joins_and_begins_to_close_in_one_append()
    {
        var pair = new MergePair().Asked().Attached();
        var facts = MergeRules.Settle(pair.Younger, MergePair.Old, 1, new MergeReply(true), MergePair.At.AddSeconds(11)).Events;
        facts.Select(f => f.GetType().Name).ShouldBe([nameof(Merged), nameof(Closing)]);
        pair.Settled().Younger.Merges.InForce.ShouldNotBeNull().Into.ShouldBe(MergePair.Old);
        IncidentProcedure.Next(pair.Younger, Desk, MergePair.At.AddSeconds(11)).ShouldBeOfType<IncidentStep.Close>();
    }

    [Fact]
    public void While_the_elder_has_not_answered_it_neither_closes_nor_sets_up_a_post_and_handling_goes_on()
    {
        var pair = new MergePair().OfYounger(new ReferredToDesk("desk", "anti-fraud", MergePair.At.AddSeconds(6))).Asked();
        IncidentProcedure.Next(pair.Younger, Desk, MergePair.At.AddSeconds(10)).ShouldBe(new IncidentStep.Rest(null));
        var (one, now) = (pair.Younger, MergePair.At.AddSeconds(10));
        Decision<IncidentEvent>[] refused =
        [
            IncidentRules.Close(one, "li", "over", now), FalseAlarms.Call(one, "test", "li", "x", now, null), PostRules.Open(one, [], "li", "x", now),
            MergeRules.Request(one, MergePair.Young, MergePair.Third, "li", "x", now), MergeRules.Undo(one, "li", "x", true, now),
        ];
        refused.ShouldAllBe(decision => decision.Objection!.Reason.Contains(MergePair.Old.Value));
        PostRules.OpensByPlan(one, Desk with { Post = true }).ShouldBeFalse();
        IncidentProcedure.Next(new MergePair().Asked().Younger, IncidentStory.OneCar, now).ShouldBeOfType<IncidentStep.Select>();
    }

    [Fact]
    public void A_no_leaves_it_as_it_was_and_it_may_ask_again()
    {
        var pair = new MergePair().Asked();
        pair.Does(MergeRules.Settle(pair.Younger, MergePair.Old, 1, new MergeReply(false, "closed", "li"), MergePair.At.AddSeconds(11)), elder: false);
        (pair.Younger.Phase, pair.Younger.Merges.IsUnsettled).ShouldBe((IncidentPhase.Open, false));
        pair.Younger.Merges.Attempts.ShouldHaveSingleItem().ShouldSatisfyAllConditions(a => a.Outcome.ShouldBe(MergeOutcome.Refused), a => a.Reason.ShouldBe("closed"));
        pair.Asked().Younger.Merges.Pending.ShouldNotBeNull().Number.ShouldBe(2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void An_answer_to_another_attempt_or_by_another_changes_nothing(int attempt)
    {
        var pair = new MergePair().Asked();
        MergeRules.Settle(pair.Younger, MergePair.Old, attempt, new MergeReply(true), MergePair.At).Events.ShouldBeEmpty();
        MergeRules.Settle(pair.Younger, MergePair.Third, 1, new MergeReply(true), MergePair.At).Events.ShouldBeEmpty();
        MergeRules.Settle(pair.Attached().Settled().Younger, MergePair.Old, 1, new MergeReply(true), MergePair.At).Events.ShouldBeEmpty();
    }

    [Fact]
    public void Undone_it_begins_a_round_in_the_same_append_and_is_not_closed_before_the_elder_has_let_go()
    {
        var pair = new MergePair().Asked().Attached().Settled();
        MergeRules.Undo(pair.Younger, "li", "two", true, MergePair.At).Objection!.Reason.ShouldContain("giving back");
        IncidentRules.Reopen(pair.Closed().Younger, "li", "x", true, MergePair.At).Objection!.Reason.ShouldContain(MergePair.Old.Value);
        Aftercare.FeedBack(pair.Younger, null, "resolved", null, "li", MergePair.At, null).Objection!.Reason.ShouldContain(MergePair.Old.Value);
        pair.Undone();
        (pair.Younger.Phase, pair.Younger.Merges.InForce, pair.Younger.Round!.Why).ShouldBe((IncidentPhase.Open, null, "two fights"));
        MergeRules.Request(pair.Younger, MergePair.Young, MergePair.Third, "li", "x", MergePair.At).Objection!.Reason.ShouldContain("let its reports go");
        pair.OfYounger(new Closing("li", "over", MergePair.At.AddSeconds(14)));
        IncidentProcedure.Next(pair.Younger, Desk, MergePair.At.AddSeconds(14)).ShouldBe(new IncidentStep.Rest(null));
        pair.Does(MergeRules.HearDetached(pair.Younger, MergePair.Old, 1, MergePair.At.AddSeconds(15)), elder: false);
        IncidentProcedure.Next(pair.Younger, Desk, MergePair.At.AddSeconds(15)).ShouldBeOfType<IncidentStep.Close>();
        MergeRules.HearDetached(pair.Younger, MergePair.Old, 1, MergePair.At).Events.ShouldBeEmpty();
    }

    [Fact]
    public void What_may_not_be_asked_is_refused()
    {
        var pair = new MergePair();
        MergeRules.Request(IncidentCourse.Empty, MergePair.Young, MergePair.Old, "li", "x", MergePair.At).Objection!.Kind.ShouldBe(ObjectionKind.Unknown);
        MergeRules.Request(pair.Younger, MergePair.Young, MergePair.Young, "li", "x", MergePair.At).Objection!.Reason.ShouldContain("itself");
        MergeRules.Undo(pair.Younger, "li", "x", true, MergePair.At).Objection!.Reason.ShouldContain("no other");
        var posted = new MergePair().OfYounger(new PostOpened("li", "grave", [], MergePair.At.AddSeconds(6)));
        MergeRules.Request(posted.Younger, MergePair.Young, MergePair.Old, "li", "x", MergePair.At).Objection!.Reason.ShouldContain("command post stands");
        var elder = pair.Asked().Attached().Elder;
        MergeRules.Request(elder, MergePair.Old, MergePair.Third, "li", "x", MergePair.At).Objection!.Reason.ShouldContain(MergePair.Young.Value);
        MergeRules.Request(pair.Settled().Younger, MergePair.Young, MergePair.Third, "li", "x", MergePair.At).Objection!.Reason.ShouldContain("already");
        MergeRules.Request(new MergePair().OfYounger(new Closing("li", "over", MergePair.At.AddSeconds(6))).Younger, MergePair.Young, MergePair.Old, "li", "x", MergePair.At).Objection!.Reason.ShouldContain("closing");
    }
}

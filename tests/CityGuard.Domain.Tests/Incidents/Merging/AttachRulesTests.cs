using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Incidents.Merging;
using CityGuard.Domain.Journal;
using Shouldly;
using Xunit;

namespace CityGuard.Domain.Tests.Incidents.Merging;

/// <summary>The elder incident's side of a merge.</summary>
public sealed class AttachRulesTests
{
    [Fact]
    public void It_keeps_every_report_of_the_younger_as_evidence()
    {
        var pair = new MergePair();
        pair.OfYounger(new ReportDiffered(pair.Younger.Report! with { Type = "fight" }, "v3", MergePair.At.AddSeconds(7))).Asked().Attached();
        pair.Elder.Merges.Parts.ShouldHaveSingleItem().Told.ShouldSatisfyAllConditions(
            told => told.Reports.Select(r => (r.Report.Type, r.Vault)).ShouldBe([("theft", "v2"), ("fight", "v3")]), told => told.By.ShouldBe("li"), told => told.Why.ShouldBe("one fight"));
        pair.Attach().ShouldSatisfyAllConditions(again => again.Objection.ShouldBeNull(), again => again.Events.ShouldBeEmpty());
    }

    [Fact]
    public void It_is_as_grave_as_the_gravest_and_its_plan_is_looked_for_anew_until_that_one_leaves()
    {
        var pair = new MergePair(IncidentSeverity.Critical, fatalities: 2).OfElder(new ReferredToDesk("desk", "anti-fraud", MergePair.At.AddSeconds(1))).Asked().Attached();
        pair.ElderTold.OfType<GravityChanged>().ShouldHaveSingleItem().Because.ShouldBe(MergePair.Young);
        (pair.Elder.Report!.Severity, pair.Elder.Report.Fatalities, pair.Elder.Plan, pair.Elder.Referred).ShouldBe((IncidentSeverity.Critical, 2, null, false));
        IncidentRules.Report(pair.Elder, IncidentStory.Report, pair.Elder.Sector, MergePair.At, null, false, MergePair.At).Events.ShouldBeEmpty("the first report has not changed");
        pair.Settled().Confirmed().Closed().Undone().Detached();
        (pair.Elder.Report.Severity, pair.Elder.Report.Fatalities, pair.Elder.Merges.Parts.Count()).ShouldBe((IncidentSeverity.Medium, null, 0));
    }

    [Theory]
    [InlineData("12345", false, true)]
    [InlineData("12345", true, false)]
    [InlineData("110", false, false)]
    public void A_second_report_bears_it_out_when_it_is_of_another_source_and_another_reporter(string source, bool sameReporter, bool verified)
    {
        var pair = new MergePair(source: source).Asked().Attached(sameReporter);
        (pair.Elder.Case.VerifiedAt is not null, pair.Elder.Case.Verification?.From).ShouldBe((verified, verified ? MergePair.Young : null));
    }

    [Fact]
    public void One_that_somebody_vouched_for_bears_it_out_whoever_sent_it_until_it_leaves()
    {
        var pair = new MergePair(source: "110").OfYounger(new Verified("wang", "camera 3", MergePair.At.AddSeconds(6))).Asked().Attached(sameReporter: true);
        pair.Elder.Case.Verification.ShouldNotBeNull().How.ShouldContain("verified by wang");
        pair.Settled().Confirmed().Closed().Undone().Detached();
        pair.Elder.Case.VerifiedAt.ShouldBeNull();
        new MergePair(unverified: false).Asked().Attached().ElderTold.OfType<Verified>().ShouldBeEmpty("it was known to be true");
    }

    [Fact]
    public void It_is_not_closed_before_the_younger_has_said_that_it_knows()
    {
        var pair = new MergePair().Asked().Attached().OfElder(new Closing("li", "over", MergePair.At.AddSeconds(11)));
        IncidentProcedure.Next(pair.Elder, null, MergePair.At.AddSeconds(11)).ShouldBe(new IncidentStep.Rest(null));
        IncidentProcedure.Next(pair.Settled().Confirmed().Elder, null, MergePair.At.AddSeconds(12)).ShouldBeOfType<IncidentStep.Close>();
        AttachRules.Confirm(pair.Elder, MergePair.Young, 1, MergePair.At).Events.ShouldBeEmpty();
        AttachRules.Detach(pair.Elder, MergePair.Young, 2, MergePair.At).Events.ShouldBeEmpty("that attempt never joined");
    }

    [Fact]
    public void Who_may_not_join_is_told_why()
    {
        var pair = new MergePair().Asked();
        Objection? MayNot(IncidentCourse elder, IncidentId id, IncidentId younger, double seconds = 5, int most = 5) => AttachRules.MayNot(elder, id, younger, MergePair.At.AddSeconds(seconds), most);
        MayNot(pair.Elder, MergePair.Old, MergePair.Young).ShouldBeNull();
        MayNot(pair.Elder, MergePair.Old, MergePair.Young, -1)!.Reason.ShouldContain("is the elder");
        (MayNot(pair.Elder, MergePair.Old, MergePair.Young, 0) is null ^ MayNot(pair.Elder, MergePair.Young, MergePair.Old, 0) is null).ShouldBeTrue("of two of one moment one is the elder");
        MayNot(IncidentCourse.Empty, MergePair.Old, MergePair.Young)!.Kind.ShouldBe(ObjectionKind.Unknown);
        MayNot(new MergePair().OfElder(new Closing("li", "over", MergePair.At)).Elder, MergePair.Old, MergePair.Young)!.Reason.ShouldContain("reopen");
        MayNot(pair.Younger, MergePair.Young, MergePair.Third, 9)!.ShouldSatisfyAllConditions(o => o.Reason.ShouldContain(MergePair.Old.Value), o => o.Holder.ShouldBe(MergePair.Old.Value));
        MayNot(pair.Attached().Elder, MergePair.Old, MergePair.Third, most: 1)!.Reason.ShouldContain("1 incidents are merged");
        MayNot(pair.Settled().Younger, MergePair.Young, MergePair.Third, 9)!.Holder.ShouldBe(MergePair.Old.Value);
    }

    [Fact]
    public void An_offer_that_the_youngers_journal_does_not_bear_out_joins_nothing()
    {
        new MergePair().Attach().Objection!.Reason.ShouldContain("does not ask");
        var pair = new MergePair().Asked();
        AttachRules.Attach(pair.Elder, MergePair.Third, new Joining(MergePair.Young, 1, pair.Younger, false), 5, MergePair.At).Objection!.Reason.ShouldContain("does not ask");
        pair.Attached().Settled().Confirmed().Closed().Undone().Detached();
        pair.Attach().Objection!.Reason.ShouldContain("does not ask");
    }
}

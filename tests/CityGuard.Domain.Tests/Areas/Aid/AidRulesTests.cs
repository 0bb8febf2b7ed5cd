using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Aid;
using CityGuard.Domain.Areas.Aid.Events;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Journal.Invariants;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Responders.Events;
using CsCheck;
using Shouldly;
using Xunit;

namespace CityGuard.Domain.Tests.Areas.Aid;

public sealed class AidRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 8, 0, 0, TimeSpan.Zero);
    private static readonly AreaId Borrower = AreaId.Parse("s-01"), Donor = AreaId.Parse("s-02");
    private static readonly AidId Id = AidId.Of(Borrower, "ask");
    private static readonly ResponderId One = ResponderId.Parse("p-C-0001"), Two = ResponderId.Parse("p-C-0002");
    private readonly List<AidEvent> _facts = [];
    private AidCourse _course = AidCourse.Empty;

    [Fact]
    public void An_aid_is_asked_for_consented_to_lent_and_over_by_itself()
    {
        Do(AidRules.Request(_course, Ask())).ShouldBeNull();
        Do(AidRules.Request(_course, Ask() with { At = Now.AddSeconds(5) })).ShouldBeNull();
        Do(Consent("chief")).ShouldBeNull();
        AidRules.Next(_course, Now).ShouldBeOfType<AidStep.Lend>().Responders.ShouldBe([One, Two]);
        Do(AidRules.Answered(_course, One, null, Now));
        Do(AidRules.Answered(_course, Two, "out of service", Now));
        AidRules.Next(_course, Now).ShouldBe(new AidStep.Rest(Now.AddHours(1)));
        AidRules.Next(_course, Now.AddHours(1)).ShouldBeOfType<AidStep.TimeIsOver>();
        Do(new AidEnded(null, null, null, Now.AddHours(1)));
        AidRules.Next(_course, Now.AddHours(1)).ShouldBeOfType<AidStep.CallHome>().Responders.ShouldBe([One]);
        Do(AidRules.Returned(_course, One, Now.AddHours(1)));
        (_course.Phase, _course.IsOpen).ShouldBe((AidPhase.Ended, false));
        AidRules.Returned(_course, One, Now.AddHours(2)).Events.ShouldBeEmpty();
        Check().ShouldBeEmpty();
    }

    [Fact]
    public void Who_asked_does_not_consent_and_nobody_answers_twice_or_late()
    {
        AidRules.Request(_course, Ask() with { Until = Now }).Objection!.Kind.ShouldBe(ObjectionKind.Impossible);
        AidRules.Request(_course, Ask() with { Until = Now.AddDays(8) }).Objection!.Kind.ShouldBe(ObjectionKind.Impossible);
        Consent("chief").Objection!.Kind.ShouldBe(ObjectionKind.Unknown);
        Do(AidRules.Request(_course, Ask()));
        Consent("station").Objection!.Reason.ShouldContain("a person of s-02 must answer");
        Consent("chief", at: Now.AddHours(1)).Objection!.Reason.ShouldContain("its time was over");
        Consent("chief", responders: [One, One]).Objection!.Kind.ShouldBe(ObjectionKind.Impossible);
        Do(AidRules.Decline(_course, "chief", "none to spare", "no", Now)).ShouldBeNull();
        Do(AidRules.Decline(_course, "chief", "none to spare", "no", Now)).ShouldBeNull();
        Consent("chief").Objection!.Holder!.ShouldStartWith("chief");
        Do(AidRules.End(_course, "station", "late", "end", Now))!.Kind.ShouldBe(ObjectionKind.Conflict);
        _facts.Count.ShouldBe(2);
    }

    [Fact]
    public void A_price_that_has_risen_since_it_was_seen_keeps_consent_from_being_given()
    {
        Do(AidRules.Request(_course, Ask()));
        var refused = AidRules.Consent(_course, [One], Price(dark: 2), Price(dark: 1), "chief", "yes", "c", Now).Objection.ShouldNotBeNull();
        refused.Reason.ShouldContain("now 2 cells and 0 targets dark");
        AidRules.Consent(_course, [One], Price(dark: 1), Price(dark: 2), "chief", "yes", "c", Now).Objection.ShouldBeNull();
        // What falls deeper than before is worse, though fewer fall to the level above.
        Price(thin: 0, dark: 1).IsWorseThan(Price(thin: 3)).ShouldBeTrue();
        (Price() with { Silent = [Donor] }).IsWorseThan(Price()).ShouldBeTrue();
    }

    [Fact]
    public void Nobody_is_lent_twice_and_a_lending_is_over_by_the_clock()
    {
        var other = AidId.Of(Borrower, "other");
        var state = Told(ResponderState.Initial, LendingRules.Lend(ResponderState.Initial, Id, Borrower, Now.AddHours(1), Now));
        LendingRules.Lend(state, Id, Borrower, Now.AddHours(1), Now).ShouldSatisfyAllConditions(d => d.Objection.ShouldBeNull(), d => d.Events.ShouldBeEmpty());
        LendingRules.Lend(state, other, Donor, Now.AddHours(2), Now).Objection!.Reason.ShouldContain("lent to s-01 until");
        LendingRules.ComeHome(state, other, Now).Events.ShouldBeEmpty();
        var later = LendingRules.Lend(state, other, Donor, Now.AddHours(3), Now.AddHours(1));
        later.Events.Select(e => e.GetType().Name).ShouldBe(["CameHome", "Lent"]);
        Told(state, later).Lent!.To.ShouldBe(Donor);
        Told(state, LendingRules.ComeHome(state, Id, Now)).Lent.ShouldBeNull();
        LendingRules.Lend(ResponderState.Initial with { InService = false }, Id, Borrower, Now.AddHours(1), Now).Objection!.Reason.ShouldBe("out of service");
    }

    /// <summary>Whatever is commanded and answered in whatever order, the history keeps the invariants, and nobody is lent by a request that is over.</summary>
    [Fact]
    public void Any_order_of_commands_and_answers_keeps_the_invariants() => Gen.Select(Gen.Int[0, 7], Gen.Int[0, 90], Gen.Bool).Array[1, 25].Sample(steps =>
    {
        var (facts, course) = (new List<AidEvent>(), AidCourse.Empty);
        foreach (var ((what, minutes, who), n) in steps.OrderBy(step => step.Item2).Select((step, n) => (step, n)))
        {
            var (at, by, responder) = (Now.AddMinutes(minutes), who ? "station" : "chief", who ? One : Two);
            var decision = what switch
            {
                0 or 1 => AidRules.Request(course, Ask()),
                2 => AidRules.Consent(course, [One, Two], Price(), Price(), by, "yes", $"{n}", at),
                3 => AidRules.Decline(course, by, "no", $"{n}", at),
                4 => AidRules.End(course, by, "over", $"{n}", at),
                5 => AidRules.Answered(course, responder, minutes % 2 == 0 ? null : "busy", at),
                6 => AidRules.Returned(course, responder, at),
                _ => AidRules.Next(course, at) is AidStep.TimeIsOver ? new AidEnded(null, null, null, at) : Array.Empty<AidEvent>(),
            };
            facts.AddRange(decision.Events);
            course = decision.Events.Aggregate(course, (c, e) => c.Evolve(e));
        }

        var checker = new InvariantChecker();
        checker.Aid(Id, facts);
        checker.Finish(quiescent: false).ShouldBeEmpty();
    });

    [Fact]
    public void A_responder_that_is_lent_by_a_request_that_never_named_it_is_named()
    {
        var checker = new InvariantChecker();
        checker.Aid(Id, [Ask(), new AidConsented([Two], Price(), "station", "yes", "c", Now)]);
        checker.Responder(One, [new Lent(Id, Borrower, Now.AddHours(1), Now), new Lent(Id, Borrower, Now.AddHours(1), Now)]);
        checker.Finish(quiescent: false).ShouldBe(
        [
            $"{Id} version 2: consented to by station, who asked for it",
            $"{One} version 2: lent by {Id} while lent by {Id}",
            $"{One} version 1: lent by {Id}, which named no such responder",
            $"{One} version 2: lent by {Id}, which named no such responder",
        ]);
    }

    private static AidRequested Ask() => new(Borrower, Donor, "patrolGroup", 2, "a fair", null, Now.AddHours(1), "station", "ask", Now);

    private Decision<AidEvent> Consent(string by, DateTimeOffset? at = null, ResponderId[]? responders = null)
        => AidRules.Consent(_course, responders ?? [One, Two], Price(), Price(), by, "we can", "yes", at ?? Now);

    private static ReadinessPrice Price(int thin = 0, int dark = 0)
        => new([One], [new LevelLoss(ReadinessLevel.Thin, thin, 0, 0), new LevelLoss(ReadinessLevel.Dark, dark, 0, 0)], [], [], Now);

    private Objection? Do(Decision<AidEvent> decision)
    {
        _facts.AddRange(decision.Events);
        _course = decision.Events.Aggregate(_course, (course, happened) => course.Evolve(happened));
        return decision.Objection;
    }

    private static ResponderState Told(ResponderState state, Decision<ResponderEvent> decision) => decision.Events.Aggregate(state, ResponderRules.Evolve);

    private IReadOnlyList<string> Check()
    {
        var checker = new InvariantChecker();
        checker.Aid(Id, _facts);
        return checker.Finish(quiescent: true);
    }
}

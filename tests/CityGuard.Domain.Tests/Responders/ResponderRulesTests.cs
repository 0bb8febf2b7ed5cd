using CityGuard.Domain.Incidents;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Responders.Events;
using CsCheck;
using Shouldly;
using Xunit;

namespace CityGuard.Domain.Tests.Responders;

public sealed class ResponderRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly IncidentId[] Incidents = [.. Enumerable.Range(0, 3).Select(i => IncidentReports.IdOf("test", $"{i}"))];
    private static readonly OperationId[] Ops = [.. Enumerable.Range(1, 3).Select(i => OperationId.Parse($"o-{i}"))];

    private static readonly Gen<Func<ResponderState, Decision<ResponderEvent>>> Commands = Gen.OneOf<Func<ResponderState, Decision<ResponderEvent>>>(
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 2], Gen.Long[0, 12]).Select<(int I, int O, long E), Func<ResponderState, Decision<ResponderEvent>>>(
            t => s => ResponderRules.Reserve(s, Incidents[t.I], Ops[t.O], t.E, Now)),
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 2]).Select<(int I, int O), Func<ResponderState, Decision<ResponderEvent>>>(
            t => s => ResponderRules.Reserve(s, Incidents[t.I], Ops[t.O], s.Epoch, Now)),
        Gen.Select(Gen.Int[0, 2], Gen.Long[0, 12]).Select<(int I, long E), Func<ResponderState, Decision<ResponderEvent>>>(
            t => s => ResponderRules.Release(s, Incidents[t.I], t.E, t.E % 2 == 0, Now)),
        Gen.Int[0, 2].Select<int, Func<ResponderState, Decision<ResponderEvent>>>(i => s => ResponderRules.Release(s, Incidents[i], s.Epoch, i == 0, Now)),
        Gen.Const<Func<ResponderState, Decision<ResponderEvent>>>(s => ResponderRules.LeaveService(s, "crew", Now, Now)),
        Gen.Const<Func<ResponderState, Decision<ResponderEvent>>>(s => ResponderRules.EnterService(s, "crew", Now, Now)),
        Gen.Const<Func<ResponderState, Decision<ResponderEvent>>>(s => ResponderRules.SignIn(s, "crew", Now, Now)));

    [Fact]
    public void An_order_that_was_taken_back_is_known_until_the_next_one()
    {
        var state = Told(ResponderState.Initial, ResponderRules.Reserve(ResponderState.Initial, Incidents[0], Ops[0], 0, Now));
        state = Told(state, ResponderRules.Release(state, Incidents[0], 1, done: false, Now));
        state.TakenBack.ShouldBe(new TakenBackOrder(Incidents[0], Ops[0], 1, Now));
        state = Told(state, ResponderRules.LeaveService(state, "crew", Now, Now));
        state.TakenBack.ShouldNotBeNull();
        state = Told(state, ResponderRules.EnterService(state, "crew", Now, Now));
        state = Told(state, ResponderRules.Reserve(state, Incidents[1], Ops[1], state.Epoch, Now));
        state.TakenBack.ShouldBeNull();
        Told(state, ResponderRules.Release(state, Incidents[1], state.Epoch, done: true, Now)).TakenBack.ShouldBeNull();

        static ResponderState Told(ResponderState state, Decision<ResponderEvent> decision) => decision.Events.Aggregate(state, ResponderRules.Evolve);
    }

    [Fact]
    public void A_free_responder_in_service_is_held_at_the_next_epoch()
    {
        var decision = ResponderRules.Reserve(ResponderState.Initial, Incidents[0], Ops[0], 0, Now);
        decision.Events.ShouldBe([new Assigned(Incidents[0], Ops[0], 1, Now)]);
    }

    [Fact]
    public void The_same_operation_again_is_recorded_already()
        => ResponderRules.Reserve(Held(), Incidents[0], Ops[0], 0, Now).ShouldSatisfyAllConditions(d => d.Events.ShouldBeEmpty(), d => d.Objection.ShouldBeNull());

    [Fact]
    public void Another_operation_is_told_the_holder()
        => ResponderRules.Reserve(Held(), Incidents[0], Ops[1], 1, Now).Objection!.Holder.ShouldNotBeNull().ShouldContain(Incidents[0].Value);

    [Fact]
    public void An_older_picture_is_refused()
        => ResponderRules.Reserve(ResponderState.Initial with { Epoch = 4 }, Incidents[0], Ops[0], 3, Now).Objection.ShouldNotBeNull();

    [Fact]
    public void Whoever_is_held_cannot_leave_service()
        => ResponderRules.LeaveService(Held(), "crew", Now, Now).Objection.ShouldNotBeNull();

    /// <summary>
    /// The leak that the epoch rule prevents. A request was chosen at epoch 0 and delayed; meanwhile the responder went off line and came back.
    /// Were that not to raise the epoch, the late request would hold a responder for an incident that has closed.
    /// </summary>
    [Fact]
    public void A_late_request_of_a_closed_incident_finds_another_epoch()
    {
        var state = ResponderState.Initial;
        state = Run(state, ResponderRules.LeaveService(state, "crew", Now, Now));
        state = Run(state, ResponderRules.EnterService(state, "crew", Now, Now));
        ResponderRules.Reserve(state, Incidents[0], Ops[0], 0, Now).Objection.ShouldNotBeNull();
    }

    [Fact]
    public void Ownership_raises_the_epoch_by_one_and_changes_only_by_the_rules()
        => Commands.Array[0, 40].Sample(commands =>
        {
            var state = ResponderState.Initial;
            foreach (var command in commands)
            {
                var decision = command(state);
                foreach (var happened in decision.Events)
                {
                    var next = ResponderRules.Evolve(state, happened);
                    Lawful(state, happened, next).ShouldBeTrue();
                    state = next;
                }
            }
        }, iter: 5_000);

    [Fact]
    public void Readiness_lapses_with_the_first_of_its_checks_and_names_it()
    {
        var terms = new ReadinessTerms(TimeSpan.FromHours(12), [new("roster", TimeSpan.FromDays(30)), new("drill", TimeSpan.FromDays(90))]);
        var state = Run(ResponderState.Initial, ResponderRules.SignIn(ResponderState.Initial, "guard", Now.AddDays(29.9), Now.AddDays(29.9)));
        ResponderReadiness.ReadyUntil(state, terms, Now).ShouldBe(Now.AddDays(30));
        ResponderReadiness.Lapsed(state, terms, Now, Now.AddDays(30).AddTicks(-1)).ShouldBeEmpty();
        ResponderReadiness.Lapsed(state, terms, Now, Now.AddDays(30)).ShouldBe(["roster"]);
        state = Run(state, ResponderRules.RenewCheck(state, "roster", "station", Now.AddDays(30), Now.AddDays(30)));
        ResponderReadiness.Lapsed(state, terms, Now, Now.AddDays(31)).ShouldBe([ResponderReadiness.SignIn]);
    }

    [Fact]
    public void What_was_renewed_before_the_city_was_founded_does_not_shorten_anything()
    {
        var terms = new ReadinessTerms(TimeSpan.FromHours(12), [new("roster", TimeSpan.FromDays(30))]);
        var state = Run(ResponderState.Initial, ResponderRules.SignIn(ResponderState.Initial, "guard", Now.AddHours(-11), Now));
        state = Run(state, ResponderRules.RenewCheck(state, "roster", "station", Now.AddDays(-29), Now));
        ResponderReadiness.ReadyUntil(state, terms, Now).ShouldBe(Now.AddHours(12));
        ResponderReadiness.Lapsed(state, terms, Now, Now.AddHours(11)).ShouldBeEmpty();
    }

    [Fact]
    public void A_late_copy_of_a_word_does_not_take_a_crew_off_line_again()
    {
        var state = ResponderState.Initial;
        state = Run(state, ResponderRules.LeaveService(state, "crew", Now, Now));
        ResponderRules.LeaveService(state, "crew", Now, Now.AddSeconds(9)).ShouldSatisfyAllConditions(d => d.Events.ShouldBeEmpty(), d => d.Objection.ShouldBeNull());
        state = Run(state, ResponderRules.EnterService(state, "crew", Now.AddMinutes(5), Now.AddMinutes(5)));
        ResponderRules.LeaveService(state, "crew", Now, Now.AddMinutes(6)).Objection.ShouldNotBeNull().Kind.ShouldBe(ObjectionKind.Conflict);
        ResponderRules.LeaveService(state, "crew", Now.AddMinutes(6), Now.AddMinutes(7)).Events.ShouldHaveSingleItem();

        // Nor one from before its last assignment, but its clock may differ a little from ours.
        state = Run(Held(), ResponderRules.Release(Held(), Incidents[0], 1, done: true, Now.AddMinutes(1)));
        ResponderRules.LeaveService(state, "crew", Now, Now.AddMinutes(2)).Objection.ShouldNotBeNull();
        ResponderRules.LeaveService(state, "crew", Now.AddMinutes(1) - ResponderRules.Tolerance, Now.AddMinutes(2)).Events.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_word_said_long_ago_by_the_crews_clock_does_not_shut_out_the_next()
    {
        var state = Run(ResponderState.Initial, ResponderRules.LeaveService(ResponderState.Initial, "crew", Now, Now.AddMinutes(5)));
        ResponderRules.EnterService(state, "crew", Now.AddMinutes(3), Now.AddMinutes(5)).Events.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_renewal_says_when_it_happened_and_when_it_was_recorded()
    {
        ResponderRules.SignIn(ResponderState.Initial, "guard", Now, Now.AddHours(1)).Events.ShouldBe([new SignedIn("guard", Now.AddHours(1), Now)]);
        var renewed = ResponderRules.RenewCheck(ResponderState.Initial, "drill", "guard", Now, Now.AddHours(1));
        renewed.Events.ShouldBe([new CheckRenewed("drill", "guard", Now.AddHours(1), Now)]);
        Run(ResponderState.Initial, renewed).Renewed["drill"].ShouldBe(Now);
        ResponderRules.Evolve(ResponderState.Initial, new SignedIn("guard", Now)).SignedInAt.ShouldBe(Now);
    }

    private static bool Lawful(ResponderState before, ResponderEvent happened, ResponderState after) => happened switch
    {
        Assigned e => before is { IsFree: true, InService: true } && after.IsHeldBy(e.Incident, e.Op) && after.Epoch == before.Epoch + 1,
        Released e => before.Incident == e.Incident && after.IsFree && after.Epoch == before.Epoch + 1,
        OutOfService or InService => before.IsFree && before.InService != after.InService && after.Epoch == before.Epoch + 1,
        _ => after.Epoch == before.Epoch && after.Incident == before.Incident,
    };

    private static ResponderState Held() => Run(ResponderState.Initial, ResponderRules.Reserve(ResponderState.Initial, Incidents[0], Ops[0], 0, Now));

    private static ResponderState Run(ResponderState state, Decision<ResponderEvent> decision) => decision.Events.Aggregate(state, ResponderRules.Evolve);
}

using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Events;
using CityGuard.Domain.Duty;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Journal.Invariants;
using Shouldly;
using Xunit;

namespace CityGuard.Domain.Tests.Duty;

/// <summary>A level is carried out only where each of its measures is acknowledged.</summary>
public sealed class AcknowledgeRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly AreaId District = AreaId.Parse("d-01");
    private static readonly DutyMeasures Normal = new("normal", new BilingualName("常态", "Normal"), new Dictionary<string, double>());
    private static readonly DutyMeasures High = Normal with { Level = "1", Circles = new Dictionary<string, double> { ["urban"] = 0.7 }, SignInSeconds = 7200 };
    private static readonly DutyMeasures[] Table = [Normal, High];
    private static readonly DutyOrder Order = new(District, 3, "1", "fair", Now, Now.AddHours(8), "chief", "why");

    [Fact]
    public void Each_measure_of_the_level_is_asked_for_once_and_shows_who_took_it_on()
    {
        High.Asked().ShouldBe([DutyMeasure.Strength, DutyMeasure.Circles, DutyMeasure.SignIn]);
        Normal.Asked().ShouldBe([DutyMeasure.Strength]);
        var station = After(AreaDuties.None, Acknowledge(AreaDuties.None, "li", "a", DutyMeasure.Circles));
        var inForce = new DutyInForce("1", 1, Order, 3);
        station.Receipts.Of(inForce, High).Select(r => (r.Measure, r.By)).ShouldBe([(DutyMeasure.Strength, null), (DutyMeasure.Circles, "li"), (DutyMeasure.SignIn, null)]);
        station = After(station, Acknowledge(station, "wang", "b"));
        station.Receipts.Of(inForce, High).Select(r => r.By).ShouldBe(["wang", "li", "wang"]);
        // Nothing holds, nothing is asked for; another order asks anew.
        station.Receipts.Of(new DutyInForce("normal", 0, null, 3), Normal).ShouldBeEmpty();
        station.Receipts.Of(new DutyInForce("1", 1, Order with { Version = 4 }, 4), High).ShouldAllBe(r => r.By == null);
    }

    [Fact]
    public void What_is_wrong_is_refused_and_a_repeat_is_nothing_new()
    {
        Acknowledge(AreaDuties.None, "chief", "a").Objection!.Holder.ShouldBe("chief");
        Acknowledge(AreaDuties.None, "li", "a", DutyMeasure.MassForces).Objection!.Reason.ShouldContain("strength, circles, signIn");
        Acknowledge(AreaDuties.None, "li", "a", Order.Until).Objection!.Kind.ShouldBe(ObjectionKind.Conflict);
        var station = After(AreaDuties.None, Acknowledge(AreaDuties.None, "li", "a"));
        Acknowledge(station, "li", "a").ShouldSatisfyAllConditions(d => d.Objection.ShouldBeNull(), d => d.Events.ShouldBeEmpty());
        Acknowledge(station, "wang", "a").Objection!.Reason.ShouldContain("another one");
        Acknowledge(station, "wang", "b", DutyMeasure.Circles).Objection!.Holder.ShouldBe("li");
        Acknowledge(station, "wang", "c").Objection!.Holder.ShouldBe("li");
    }

    [Fact]
    public void Receipts_for_orders_that_are_over_are_dropped_and_only_counted()
    {
        var station = After(AreaDuties.None, Acknowledge(AreaDuties.None, "li", "a"));
        var later = Order with { Version = 4, From = Order.Until, Until = Order.Until.AddHours(8) };
        station = After(station, AcknowledgeRules.Acknowledge(station, Table, later, [], "li", "b", Order.Until));
        (station.Receipts.Count, station.Receipts.Given.Count).ShouldBe((6, 3));
        station.Receipts.Given.ShouldAllBe(r => r.Order == 4);
    }

    [Fact]
    public void The_checker_names_a_measure_acknowledged_twice_or_too_late()
    {
        var given = new DutyAcknowledged(District, 3, DutyMeasure.Strength, Order.Until, "li", Now, "a");
        Found(given).ShouldBeEmpty();
        Found(given, given with { By = "wang" }).Single().ShouldContain("twice");
        Found(given with { At = Order.Until }).Single().ShouldContain("after it was over");
        EventCodec.Areas.Decode(EventCodec.Areas.Encode("1", given).Json).ShouldBe(given);
    }

    private static IReadOnlyList<string> Found(params AreaEvent[] events)
    {
        var checker = new InvariantChecker();
        checker.Area(AreaId.Parse("s-01-01"), events);
        return checker.Finish(quiescent: true);
    }

    private static Decision<AreaEvent> Acknowledge(AreaDuties station, string by, string command, params DutyMeasure[] measures)
        => AcknowledgeRules.Acknowledge(station, Table, Order, measures, by, command, Now);

    private static Decision<AreaEvent> Acknowledge(AreaDuties station, string by, string command, DateTimeOffset at)
        => AcknowledgeRules.Acknowledge(station, Table, Order, [], by, command, at);

    private static AreaDuties After(AreaDuties station, Decision<AreaEvent> decision)
    {
        decision.Objection.ShouldBeNull();
        return decision.Events.Aggregate(station, (state, happened) => state.Evolve(happened));
    }
}

using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Events;
using CityGuard.Domain.Duty;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Journal.Invariants;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Responders;
using Shouldly;
using Xunit;

namespace CityGuard.Domain.Tests.Duty;

public sealed class DutyRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly DutyMeasures[] Table = [.. ((string[])["normal", "3", "2", "1"]).Select(l => new DutyMeasures(l, new BilingualName(l, l), new Dictionary<string, double>()))];
    private static readonly AreaId City = AreaId.Parse("city-1"), District = AreaId.Parse("d-01"), Sector = AreaId.Parse("s-01-01");

    [Fact]
    public void A_level_holds_from_its_beginning_until_its_end_and_falls_back_by_itself_to_the_order_before()
    {
        var area = Ordered(AreaState.Initial, "3", null, Now.AddDays(7), "week");
        area = Ordered(area, "1", Now.AddHours(10), Now.AddHours(14), "tonight");
        At(area, Now).ShouldBe("3");
        At(area, Now.AddHours(10).AddTicks(-1)).ShouldBe("3");
        At(area, Now.AddHours(10)).ShouldBe("1");
        At(area, Now.AddHours(14)).ShouldBe("3");
        At(area, Now.AddDays(7)).ShouldBe("normal");
        var picture = DutyPicture.Empty.With(Told(area, City));
        picture.NextChange(Now).ShouldBe(Now.AddHours(10));
        picture.NextChange(Now.AddDays(8)).ShouldBeNull();
    }

    [Fact]
    public void It_is_inherited_unless_the_lower_area_has_a_higher_one_and_old_pictures_do_no_harm()
    {
        var (city, district, sector) = (Picture(City, 1, "3"), Picture(District, 1, "2"), Picture(Sector, 4, "normal"));
        var picture = DutyPicture.Empty.With(sector).With(district).With(city);
        picture.At(Now, Table).ShouldSatisfyAllConditions(f => f.Level.ShouldBe("2"), f => f.Order!.Area.ShouldBe(District), f => f.Stamp.ShouldBe(6));
        picture = picture.With(Picture(City, 2, "2"));
        picture.At(Now, Table).Order!.Area.ShouldBe(City); // of the same level: the upper one's
        picture.With(city).ShouldBeSameAs(picture);
        picture.With(new AreaDuty(City, 3, [])).With(new AreaDuty(District, 2, [])).At(Now, Table).ShouldSatisfyAllConditions(f => f.Level.ShouldBe("normal"), f => f.Order!.Area.ShouldBe(Sector));
        DutyPicture.Empty.With(Picture(City, 1, "of an older package")).At(Now, Table).Order.ShouldBeNull();
    }

    [Fact]
    public void What_is_wrong_is_refused_and_a_repeat_is_nothing_new()
    {
        var area = Ordered(AreaState.Initial, "2", null, Now.AddHours(8), "a");
        Refused(area, "9", null, Now.AddHours(1)).ShouldContain("normal, 3, 2, 1");
        Refused(area, "1", null, Now).ShouldContain("later than from");
        Refused(area, "1", Now.AddMinutes(-5), Now.AddHours(1)).ShouldContain("in the past");
        Refused(area, "1", null, Now.AddDays(31).AddTicks(1)).ShouldContain("31 days");
        Refused(area, "1", Now.AddDays(367), Now.AddDays(368)).ShouldContain("366 days");
        Set(area, "2", null, Now.AddHours(8), "a", Now.AddDays(1)).ShouldSatisfyAllConditions(d => d.Objection.ShouldBeNull(), d => d.Events.ShouldBeEmpty());
        Set(area, "1", null, Now.AddHours(8), "a").Objection!.Kind.ShouldBe(ObjectionKind.Conflict);

        DutyRules.End(area.Duty, 7, "chief", "over", "end-7", Now).Objection!.Kind.ShouldBe(ObjectionKind.Conflict);
        var ended = DutyRules.End(area.Duty, null, "chief", "over", "end", Now).Events.Aggregate(area, (s, e) => s.Evolve(e));
        At(ended, Now).ShouldBe("normal");
        ended.Duty.Version.ShouldBe(2);
        DutyRules.End(ended.Duty, null, "chief", "over", "end", Now).Events.ShouldBeEmpty();
        DutyRules.End(ended.Duty, null, "chief", "over", "end-2", Now).Objection.ShouldNotBeNull();

        var full = Enumerable.Range(0, DutyRules.MostOrders).Aggregate(AreaState.Initial, (s, i) => Ordered(s, "3", null, Now.AddHours(i + 1), $"n{i}"));
        Refused(full, "3", null, Now.AddHours(1)).ShouldContain("end one of them");
        Ordered(full, "3", null, Now.AddHours(3), "later", Now.AddHours(1)).Duty.Orders.Count.ShouldBe(DutyRules.MostOrders); // the first is over then
    }

    [Fact]
    public void Rings_are_drawn_closer_to_whole_seconds_and_the_outermost_limit_stays()
    {
        var level = Table[1] with { Circles = new Dictionary<string, double> { ["urban"] = 0.7 } };
        var urban = new ResponseStandard("urban", new BilingualName("城", "urban"), [new ResponseRing(1, [], 1, 1), new ResponseRing(301, [], 1, 1)], 900);
        urban.Under(level).Rings.Select(r => r.Seconds).ShouldBe([1, 211]);
        urban.Under(level).OutermostSeconds.ShouldBe(900);
        (urban with { Id = "rural" }).Under(level).Rings[1].Seconds.ShouldBe(301);
    }

    [Theory]
    [InlineData(-11, 2)] // signed in long before: one interval after the level began
    [InlineData(1, 3)] // one interval after it signed in
    [InlineData(-11.5, 0.5)] // without the level it lapses earlier
    [InlineData(7, 19)] // the level is over before the interval is
    public void The_first_tight_sign_in_is_due_one_interval_after_the_level_began(double signedIn, double lapses)
    {
        var terms = new ReadinessTerms(TimeSpan.FromHours(12), [], new TightSignIn(TimeSpan.FromHours(2), Now, Now.AddHours(8)));
        var state = ResponderState.Initial with { SignedInAt = Now.AddHours(signedIn) };
        ResponderReadiness.ReadyUntil(state, terms, Now.AddDays(-9)).ShouldBe(Now.AddHours(lapses));
        ResponderReadiness.Lapsed(state, terms, Now.AddDays(-9), Now.AddHours(lapses)).ShouldBe([ResponderReadiness.SignIn]);
        ResponderReadiness.Lapsed(state, terms, Now.AddDays(-9), Now.AddHours(lapses).AddTicks(-1)).ShouldBeEmpty();
        ResponderReadiness.ReadyUntil(state, terms with { SignIn = null }, Now).ShouldBe(DateTimeOffset.MaxValue);
    }

    [Fact]
    public void The_checker_names_a_gap_in_the_changes_and_an_end_of_nothing()
    {
        Found(new DutySet("2", "fair", Now, Now.AddHours(1), 1, "chief", "why", Now, "a"), new DutyEnded(1, 2, "chief", "over", Now, "b")).ShouldBeEmpty();
        Found(new DutySet("2", "fair", Now, Now.AddHours(1), 2, "chief", "why", Now, "a")).Single().ShouldContain("change 2");
        Found(new DutySet("2", "fair", Now, Now, 1, "chief", "why", Now, "a")).Single().ShouldContain("ends before it begins");
        Found(new DutyEnded(1, 1, "chief", "over", Now, "b")).Single().ShouldContain("does not stand");
    }

    [Fact]
    public void Both_facts_come_back_from_the_journal_as_they_were()
    {
        foreach (AreaEvent happened in (AreaEvent[])[new DutySet("2", "fair", Now, Now.AddHours(1), 1, "chief", "why", Now, "a"), new DutyEnded(1, 2, "chief", "over", Now, null)])
            EventCodec.Areas.Decode(EventCodec.Areas.Encode("1", happened).Json).ShouldBe(happened);
    }

    private static IReadOnlyList<string> Found(params AreaEvent[] events)
    {
        var checker = new InvariantChecker();
        checker.Area(District, events);
        return checker.Finish(quiescent: true);
    }

    private static Decision<AreaEvent> Set(AreaState area, string level, DateTimeOffset? from, DateTimeOffset until, string command, DateTimeOffset? now = null)
        => DutyRules.Set(area.Duty, Table, level, "fair", from, until, "chief", "why", command, now ?? Now);

    private static AreaState Ordered(AreaState area, string level, DateTimeOffset? from, DateTimeOffset until, string command, DateTimeOffset? now = null)
        => Set(area, level, from, until, command, now).Events.ShouldHaveSingleItem() is var happened ? area.Evolve(happened) : area;

    private static string Refused(AreaState area, string level, DateTimeOffset? from, DateTimeOffset until) => Set(area, level, from, until, "x").Objection.ShouldNotBeNull().Reason;

    private static AreaDuty Told(AreaState area, AreaId id)
        => new(id, area.Duty.Version, [.. area.Duty.Orders.Select(o => new DutyOrder(id, o.Version, o.Level, o.Scenario, o.From, o.Until, o.By, o.Why))]);

    private static AreaDuty Picture(AreaId area, long version, string level)
        => new(area, version, [new DutyOrder(area, version, level, "fair", Now, Now.AddHours(1), "chief", "why")]);

    private static string At(AreaState area, DateTimeOffset now) => DutyPicture.Empty.With(Told(area, City)).At(now, Table).Level;
}

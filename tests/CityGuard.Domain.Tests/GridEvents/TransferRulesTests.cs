using CityGuard.Domain.Areas;
using CityGuard.Domain.Geography;
using CityGuard.Domain.GridEvents;
using CityGuard.Domain.GridEvents.Events;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Journal;
using Shouldly;
using Xunit;
using static CityGuard.Domain.Tests.GridEvents.GridEventStory;

namespace CityGuard.Domain.Tests.GridEvents;

public sealed class TransferRulesTests
{
    private static readonly GridEventId Id = GridEventId.Of("12345", "1");
    private static readonly IncidentId Becomes = Transfers.IncidentOf(Id);

    private readonly GridEventStory _story = new();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void It_is_handed_over_at_any_open_step_and_no_clock_runs_on(int steps)
    {
        _story.Report(Person("Chen"));
        Func<Objection?>[] way =
            [() => _story.Register("Desk"), () => _story.Assign("Desk"), () => _story.Accept(Person("Li")), () => _story.Handle(Person("Li")), () => _story.Check(Person("Wu"))];
        foreach (var step in way.Take(steps))
            step().ShouldBeNull();
        HandOver("c").ShouldBeNull();
        _story.Course.ShouldSatisfyAllConditions(c => c.Step.ShouldBe(GridEventStep.Transferred), c => c.Clock.ShouldBeNull(), c => c.IsUnfinished.ShouldBeTrue());
        _story.Facts.OfType<EventTransferred>().ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.To.ShouldBe(Becomes), f => f.Cell.ShouldBe(Content().Cell));
        Taken(Becomes).ShouldBeNull();
        _story.Course.IsUnfinished.ShouldBeFalse();
        _story.Register("Desk").ShouldNotBeNull().Kind.ShouldBe(ObjectionKind.Conflict);
    }

    [Fact]
    public void A_repeat_is_nothing_new_and_another_hand_over_hears_where_it_is()
    {
        _story.Report(Person("Chen"));
        HandOver("c").ShouldBeNull();
        var facts = _story.Facts.Count;
        HandOver("c").ShouldBeNull();
        _story.Facts.Count.ShouldBe(facts);
        HandOver("c", "fire").ShouldNotBeNull().Reason.ShouldContain("was another one");
        HandOver("d").ShouldNotBeNull().ShouldSatisfyAllConditions(o => o.Reason.ShouldContain(Becomes.Value), o => o.Holder.ShouldBe("Desk"));
    }

    [Fact]
    public void A_better_place_goes_along()
    {
        _story.Report(Person("Chen"));
        HandOver("c", place: (new GeoPoint(113.5, 23.5), CellId.Parse("c-00009"), null)).ShouldBeNull();
        _story.Course.Transfer!.Said.Cell.ShouldBe(CellId.Parse("c-00009"));
    }

    [Fact]
    public void What_is_over_or_never_was_is_not_handed_over()
    {
        HandOver("c").ShouldNotBeNull().Kind.ShouldBe(ObjectionKind.Unknown);
        _story.Report(Person("Chen"));
        _story.Do(c => GridEventRules.Withdraw(c, Terms, Person("Desk"), "twice", Start, "w"));
        HandOver("c").ShouldNotBeNull().Kind.ShouldBe(ObjectionKind.Conflict);
    }

    [Fact]
    public void It_is_taken_once_and_by_nobody_else()
    {
        _story.Report(Person("Chen"));
        Taken(Becomes);
        _story.Facts.OfType<EventTransferTaken>().ShouldBeEmpty();
        HandOver("c");
        Taken(IncidentReports.IdOf("110", "another"));
        _story.Facts.OfType<EventTransferTaken>().ShouldBeEmpty();
        Taken(Becomes);
        Taken(Becomes);
        _story.Facts.OfType<EventTransferTaken>().ShouldHaveSingleItem();
    }

    [Fact]
    public void Facts_come_back_as_they_were_and_keys_of_hand_overs_are_reserved()
    {
        _story.Report(Person("Chen"));
        HandOver("c");
        Taken(Becomes);
        foreach (var fact in _story.Facts.Where(f => f is EventTransferred or EventTransferTaken))
            EventCodec.GridEvents.Decode(EventCodec.GridEvents.Encode("1", fact).Json).ShouldBe(fact);
        Transfers.IsReserved("12345", Id.Value).ShouldBeTrue();
        Transfers.IsReserved("110", Becomes.Value).ShouldBeTrue();
        Transfers.IsReserved("12345", "20260504-1").ShouldBeFalse();
        Transfers.IsReserved("110", Id.Value).ShouldBeFalse();
    }

    private Objection? HandOver(string command, string type = "theft", (GeoPoint Place, CellId Cell, Domain.Targets.TargetId? Target)? place = null)
        => _story.Do(c => GridEventRules.Transfer(c, Terms, Id, type, IncidentSeverity.High, place, Person("Desk"), "a break-in", _story.Now, command));

    private Objection? Taken(IncidentId by) => _story.Do(c => GridEventRules.TransferTaken(c, by, _story.Now));
}

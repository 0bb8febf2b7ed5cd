using CityGuard.Domain.Areas.HandOver;
using CityGuard.Domain.Areas.HandOver.Events;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Journal.Invariants;
using Shouldly;
using Xunit;

namespace CityGuard.Domain.Tests.Areas.HandOver;

public sealed class HandOverStateTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 0, 0, 0, TimeSpan.Zero);
    private static readonly ShiftPicture Quiet = new([], 0, 0, [], []);
    private readonly List<HandOverEvent> _facts = [];
    private HandOverState _state = HandOverState.Empty;

    [Fact]
    public void The_incoming_person_takes_over_and_a_repeat_changes_nothing()
    {
        Do(_state.Make(Quiet, null, "day", Now, "a")).ShouldBeNull();
        Do(_state.Make(Quiet, null, "day", Now.AddHours(1), "a")).ShouldBeNull();
        _state.Sheets.Count.ShouldBe(1);
        Do(_state.Acknowledge(SheetId.Of(1), "night", Now, "b")).ShouldBeNull();
        Do(_state.Acknowledge(SheetId.Of(1), "night", Now.AddHours(1), "b")).ShouldBeNull();
        _state.Find(SheetId.Of(1))!.Taken!.At.ShouldBe(Now);
        Check().ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_takes_over_from_himself_or_by_a_sheet_that_is_not_the_last_or_that_another_has()
    {
        Do(_state.Make(Quiet, null, "day", Now, "a"));
        Do(_state.Acknowledge(SheetId.Of(1), "day", Now, "b"))!.Reason.ShouldContain("another person");
        Do(_state.Acknowledge(SheetId.Of(2), "night", Now, "c"))!.Kind.ShouldBe(ObjectionKind.Unknown);
        Do(_state.Make(Quiet, null, "day", Now, "d"));
        Do(_state.Acknowledge(SheetId.Of(1), "night", Now, "e"))!.Reason.ShouldContain("acknowledge h-2");
        Do(_state.Acknowledge(SheetId.Of(2), "night", Now, "f")).ShouldBeNull();
        Do(_state.Acknowledge(SheetId.Of(2), "chief", Now, "g"))!.Holder!.ShouldStartWith("night");
        Do(_state.Make(Quiet, null, "night", Now, "f"))!.Kind.ShouldBe(ObjectionKind.Conflict);
        _facts.Count.ShouldBe(3);
    }

    [Fact]
    public void A_history_in_which_somebody_takes_over_from_himself_is_named()
    {
        _facts.AddRange([new SheetMade(SheetId.Of(1), Quiet, null, "day", Now, "a"), new SheetAcknowledged(SheetId.Of(1), "day", Now, "b")]);
        Check().ShouldBe(["h-s-01 version 2: h-1 taken over by day, who made it"]);
    }

    private Objection? Do(Decision<HandOverEvent> decision)
    {
        _facts.AddRange(decision.Events);
        _state = decision.Events.Aggregate(_state, (state, happened) => state.Evolve(happened));
        return decision.Objection;
    }

    private IReadOnlyList<string> Check()
    {
        var checker = new InvariantChecker();
        checker.HandOver("h-s-01", _facts);
        return checker.Finish(quiescent: true);
    }
}

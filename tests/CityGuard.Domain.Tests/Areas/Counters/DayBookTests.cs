using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Counters;
using CityGuard.Domain.Areas.Counters.Events;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Journal.Invariants;
using CsCheck;
using Shouldly;
using Xunit;

namespace CityGuard.Domain.Tests.Areas.Counters;

public sealed class DayBookTests
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 26, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_call_told_twice_is_counted_once_and_what_is_new_of_it_is_added()
    {
        var book = Told(DayBook.Empty, Call(1));
        book.Enter([Call(1)], Morning).Events.ShouldBeEmpty();
        book = Told(book, Call(1, late: true), Call(1, late: true, closed: 40));
        book.Count(Morning.AddMinutes(30)).ShouldSatisfyAllConditions(c => c.Closed.ShouldBe(0), c => c.Types.ShouldBe([new TypeCount("theft", 1, 1)]));
        book.Count(Morning.AddMinutes(40)).ShouldSatisfyAllConditions(c => c.Closed.ShouldBe(1), c => c.Late.ShouldBe(1));
        book.Unclosed.ShouldBeEmpty();
    }

    [Fact]
    public void Calls_up_to_an_hour_and_of_the_whole_day_are_two_figures()
    {
        var book = Told(DayBook.Empty, Call(1), Call(2, at: 50), Call(3, at: 55) with { Type = "fraud" });
        book.Count(Morning.AddMinutes(50)).Types.ShouldBe([new TypeCount("fraud", 0, 1), new TypeCount("theft", 2, 2)]);
        DayCount.Add(book.Count(Morning.AddMinutes(50)), book.Count(Morning.AddMinutes(50))).Types.ShouldBe([new TypeCount("fraud", 0, 2), new TypeCount("theft", 4, 4)]);
    }

    /// <summary>However often and in whatever order calls are told, the book says what a plain list of the latest says, and its stream keeps the invariants.</summary>
    [Fact]
    public void Any_order_of_telling_makes_the_same_book() => Gen.Select(Gen.Int[0, 5], Gen.Bool, Gen.Bool).Array[0, 40].Sample(told =>
    {
        var (book, facts) = (DayBook.Empty, new List<DayEvent>());
        foreach (var (id, late, closed) in told)
        {
            var decided = book.Enter([Call(id, late: late, closed: closed ? 90 : null)], Morning.AddHours(1)).Events;
            facts.AddRange(decided);
            book = decided.Aggregate(book, (b, e) => b.Evolve(e));
        }

        var count = book.Count(Morning.AddHours(2));
        count.Types.Sum(t => t.Whole).ShouldBe(told.Select(t => t.Item1).Distinct().Count());
        count.Late.ShouldBe(told.Where(t => t.Item2).Select(t => t.Item1).Distinct().Count());
        count.Closed.ShouldBe(told.Where(t => t.Item3).Select(t => t.Item1).Distinct().Count());
        var checker = new InvariantChecker();
        checker.Day("n-20261126-s-01", facts);
        checker.Finish(quiescent: true).ShouldBeEmpty();
    });

    [Fact]
    public void A_book_that_counts_twice_is_named()
    {
        var checker = new InvariantChecker();
        var call = new CallCounted(Id(1), "theft", Morning, Morning);
        checker.Day("n-20261126-s-01", [call, call, new ClosingCounted(Id(2), Morning, Morning)]);
        checker.Finish(quiescent: false).ShouldBe([$"n-20261126-s-01 version 2: {Id(1)} counted twice", $"n-20261126-s-01 version 3: {Id(2)} closed, which was never counted"]);
    }

    [Fact]
    public void The_day_is_the_citys_own()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
        CityDay.Of(new DateTimeOffset(2026, 11, 25, 16, 30, 0, TimeSpan.Zero), zone).ShouldBe(new DateOnly(2026, 11, 26));
        CityDay.Start(new DateOnly(2026, 11, 26), zone).ShouldBe(new DateTimeOffset(2026, 11, 25, 16, 0, 0, TimeSpan.Zero));
        var id = new DayBookId(new DateOnly(2026, 11, 26), AreaId.Parse("s-440104-03"));
        id.Stream.ShouldBe("n-20261126-s-440104-03");
        DayBookId.TryParse(id.Stream, out var read).ShouldBeTrue();
        read.ShouldBe(id);
        DayBookId.TryParse("n-20261366-s-440104-03", out _).ShouldBeFalse();
    }

    [Fact]
    public void A_clock_time_that_summer_time_skips_is_the_next_there_is()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
        CityDay.At(new DateOnly(2026, 3, 8), new TimeOnly(2, 30), zone).ShouldBe(new DateTimeOffset(2026, 3, 8, 7, 0, 0, TimeSpan.Zero));
        CityDay.At(new DateOnly(2026, 11, 1), new TimeOnly(1, 30), zone).ShouldBe(new DateTimeOffset(2026, 11, 1, 5, 30, 0, TimeSpan.Zero));
    }

    private static DayBook Told(DayBook book, params CallStanding[] calls) => book.Enter(calls, Morning.AddMinutes(35)).Events.Aggregate(book, (b, e) => b.Evolve(e));

    private static CallStanding Call(int id, int at = 10, bool late = false, int? closed = null)
        => new(Id(id), "theft", Morning.AddMinutes(at), late, closed is { } minutes ? Morning.AddMinutes(minutes) : null);

    private static IncidentId Id(int id) => IncidentReports.IdOf("test", $"{id}");
}

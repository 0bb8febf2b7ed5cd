using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.People;
using Shouldly;
using Xunit;

namespace CityGuard.Domain.Tests.People;

/// <summary>Who has what open: a word holds for 30 seconds and no longer.</summary>
public sealed class PresenceBookTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly IncidentId One = Id('a'), Other = Id('b');

    [Fact]
    public void A_word_is_forgotten_when_nobody_repeats_it()
    {
        var book = Hear(PresenceBook.Empty, "w1", "Wang", One, Attention.Looking, 0);
        book.At(Start.AddSeconds(29)).ShouldHaveSingleItem().Name.ShouldBe("Wang");
        book.At(Start.AddSeconds(30)).ShouldBeEmpty();
        var renewed = Hear(book, "w1", "Wang", One, Attention.Looking, 20);
        renewed.At(Start.AddSeconds(49)).ShouldHaveSingleItem().Since.ShouldBe(Start);
    }

    [Fact]
    public void A_window_has_one_incident_and_leaving_the_last_does_not_take_it_off_the_next()
    {
        var book = Hear(Hear(PresenceBook.Empty, "w1", "Wang", One, Attention.Looking, 0), "w1", "Wang", Other, Attention.Looking, 1);
        book.At(Start.AddSeconds(2)).ShouldHaveSingleItem().Incident.ShouldBe(Other);
        Hear(book, "w1", "Wang", One, Attention.Left, 2).At(Start.AddSeconds(2)).ShouldHaveSingleItem().Incident.ShouldBe(Other);
        Hear(book, "w1", "Wang", Other, Attention.Left, 2).At(Start.AddSeconds(2)).ShouldBeEmpty();
    }

    [Fact]
    public void A_person_with_two_windows_stands_there_once_as_deciding_when_one_of_them_is()
    {
        var book = Hear(Hear(PresenceBook.Empty, "w1", "Wang", One, Attention.Deciding, 0), "w2", "Wang", One, Attention.Looking, 1);
        book.At(Start.AddSeconds(2)).ShouldHaveSingleItem().Attention.ShouldBe(Attention.Deciding);
        Hear(book, "w3", "Li", One, Attention.Looking, 2).At(Start.AddSeconds(3)).Select(p => p.Name).ShouldBe(["Li", "Wang"]);
    }

    [Fact]
    public void What_has_run_out_is_not_kept()
        => Hear(Hear(PresenceBook.Empty, "w1", "Wang", One, Attention.Looking, 0), "w2", "Li", One, Attention.Looking, 31).Leases.Keys.ShouldBe(["w2"]);

    private static PresenceBook Hear(PresenceBook book, string window, string name, IncidentId incident, Attention attention, int at)
        => book.Hear(window, name, incident, AreaId.Parse("s-01-01"), attention, null, Start.AddSeconds(at));

    private static IncidentId Id(char mark) => IncidentId.Parse("i-" + new string(mark, 22));
}

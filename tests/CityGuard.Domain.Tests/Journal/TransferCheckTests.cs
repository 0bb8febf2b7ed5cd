using CityGuard.Domain.GridEvents;
using CityGuard.Domain.GridEvents.Events;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Domain.Journal.Invariants;
using CityGuard.Domain.Tests.GridEvents;
using CityGuard.Domain.Tests.Incidents;
using CsCheck;
using Shouldly;
using Xunit;
using static CityGuard.Domain.Tests.GridEvents.GridEventStory;

namespace CityGuard.Domain.Tests.Journal;

/// <summary>Both sides of a hand-over know it: what the checker says when one does not, and that the rules leave no such journal whatever is lost on the way.</summary>
public sealed class TransferCheckTests
{
    private static readonly GridEventId Ticket = GridEventId.Of("12345", "1");
    private static readonly IncidentId Incident = Transfers.IncidentOf(Ticket);
    private static readonly GridEventId Back = Transfers.EventOf(Incident);
    private static readonly EventCollected Collected = new(Content(), Sector, [Sector, District, City], Person("Chen"), null, Start, Start);
    private static readonly EventTransferred Handed = new(Incident, "theft", IncidentSeverity.High, Content().Place, Content().Cell, null, Person("Desk"), "a break-in", Start, "c");
    private static readonly Opened Open = new(IncidentStory.Report, Sector, Start, null, Start, LinkedTo: Ticket);

    [Fact]
    public void It_names_a_taker_without_a_link_a_link_without_a_hand_over_and_what_is_still_owed()
    {
        Violations([Collected, Handed], [Open], quiescent: true).ShouldHaveSingleItem().ShouldContain("still owed to 110");
        Violations([Collected, Handed, new EventTransferTaken(Incident, Start)], [Open], quiescent: true).ShouldBeEmpty();
        Violations([Collected, Handed, new EventTransferTaken(Incident, Start)], [Open with { LinkedTo = null }]).ShouldHaveSingleItem().ShouldContain("is not linked to it");
        Violations([Collected], [Open]).ShouldHaveSingleItem().ShouldContain("was not handed over to it");
        Violations([Collected, new EventTransferTaken(Incident, Start)], []).ShouldContain(v => v.Contains("what was not handed over"));
    }

    [Fact]
    public void It_names_an_incident_that_closed_before_the_ticket_was_there()
    {
        Transferred to = new(Back, "noise", "chief", true, "no police matter", Start, "c");
        Closing closing = new("chief", "handed over", Start);
        Violations([Collected, Handed], [Open, to, closing, new Closed(Start)]).ShouldContain(v => v.Contains("was owed to 12345"));
        Violations([Collected, Handed], [Open, to, closing, new TransferTaken(Back, Start), new Closed(Start)]).ShouldHaveSingleItem().ShouldContain("is not linked to it");
    }

    /// <summary>Any order and any loss of what the two sides tell each other, each told again in the end.</summary>
    [Fact]
    public void Whatever_is_lost_and_repeated_on_the_way_both_sides_know_in_the_end()
        => Gen.Int[0, 5].Array[0, 30].Sample(happenings =>
        {
            var (first, second) = (new GridEventStory(), new GridEventStory());
            var incident = new IncidentStory();
            first.Report(Person("Chen"));
            foreach (var what in happenings.Concat([0, 1, 2, 3, 4, 5]))
                Happen(what);
            first.Course.IsUnfinished.ShouldBeFalse();
            incident.Course.Phase.ShouldBe(IncidentPhase.Closed);
            second.Course.Collected.ShouldNotBeNull().LinkedTo.ShouldBe(Incident);
            Violations(first.Facts, incident.Told, second.Facts, quiescent: true).ShouldBeEmpty();

            void Happen(int what)
            {
                switch (what)
                {
                    case 0:
                        first.Do(c => GridEventRules.Transfer(c, Terms, Ticket, "theft", IncidentSeverity.High, null, Person("Desk"), "a break-in", Start, "c"));
                        break;
                    case 1 when first.Course.Transfer is not null:
                        incident.Does(Intake.Report(incident.Course, IncidentStory.Report, Sector, Start, null, false, true, null, Start, Ticket));
                        break;
                    case 2 when incident.Course.Case.LinkedTo == Ticket:
                        first.Do(c => GridEventRules.TransferTaken(c, Incident, Start));
                        break;
                    case 3 when incident.Course.Phase == IncidentPhase.Open:
                        incident.Does(Transferring.Begin(incident.Course, Incident, "lamp", "chief", true, "no police matter", Start, "back"));
                        break;
                    case 4 when incident.Next() is IncidentStep.HandOn:
                        second.Do(c => GridEventRules.Report(c, Terms, Content(), [Sector, District, City], Person("chief"), Start, null, false, Start, Incident));
                        break;
                    case 5 when second.Course.Collected is not null && incident.Next() is IncidentStep.HandOn:
                        incident.Does(Transferring.Taken(incident.Course, Back, Start)).Happens(new Closed(Start));
                        break;
                }
            }
        }, iter: 2_000);

    private static IReadOnlyList<string> Violations(
        IEnumerable<GridEventFact> ticket, IEnumerable<IncidentEvent> incident, IEnumerable<GridEventFact>? back = null, bool quiescent = false)
    {
        var checker = new InvariantChecker();
        checker.GridEvent(Ticket, ticket);
        if (incident.Any())
            checker.Incident(Incident, incident);
        if (back is not null)
            checker.GridEvent(Back, back);
        return checker.Finish(quiescent);
    }
}

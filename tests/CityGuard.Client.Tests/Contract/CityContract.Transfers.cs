using CityGuard.Abstractions;
using CityGuard.Abstractions.GridEvents;
using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Incidents;
using Shouldly;
using Xunit;

namespace CityGuard.Client.Tests.Contract;

public abstract partial class CityContract
{
    [Fact]
    public async Task A_ticket_goes_to_110_and_back_to_12345_with_its_links()
    {
        var cell = city.City.Cells.Id(city.City.Cells.Sectors[2].First).Value;
        var report = new GridEventReport("contract", "transfer-" + GetType().Name, "other", new Location(Cell: cell), Channel: "12345", Description: "loud voices");
        var ticket = (await Client.ReportEventAsync(report, Token)).Id;
        var command = new TransferTo110Command("fraud", IncidentSeverity.Medium, "somebody is threatened", Command: "transfer-" + GetType().Name);
        var there = await Client.TransferTo110Async(ticket, command, Token);
        there.ShouldSatisfyAllConditions(r => r.Event.ShouldBe(ticket), r => r.IsOpen.ShouldBeTrue());
        (await Client.TransferTo110Async(ticket, command, Token)).ShouldBe(there);
        (await Refused(() => Client.TransferTo110Async(ticket, command with { Command = null }, Token))).ShouldBe(RefusalCode.Conflict);
        (await Client.GetEventAsync(ticket, Token)).Links!.To.ShouldBe(there.Incident);
        var incident = await Client.GetIncidentAsync(there.Incident, Token);
        (incident.Links!.From, incident.Description, incident.Case!.Channel).ShouldBe((ticket, report.Description, "12345"));

        (await Refused(() => Client.TransferTo12345Async(there.Incident, new TransferTo12345Command("moon", "why not"), Token))).ShouldBe(RefusalCode.Unprocessable);
        var other = (await Client.ReportIncidentAsync(new IncidentReport("contract", "back-" + GetType().Name, "theft", IncidentSeverity.Low, new Location(Cell: cell)), Token)).Id;
        var back = await Client.TransferTo12345Async(other, new TransferTo12345Command("other", "a quarrel about a fee"), Token);
        (await Client.GetEventAsync(back.Event, Token)).Links!.From.ShouldBe(other);
        (await Client.GetIncidentAsync(other, Token)).Links!.To.ShouldBe(back.Event);
        using var reader = Connect(city.ReadKey);
        (await Refused(() => reader.TransferTo110Async(back.Event, command, Token))).ShouldBe(RefusalCode.Forbidden);
    }
}

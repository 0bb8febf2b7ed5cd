using CityGuard.Abstractions;
using CityGuard.Abstractions.GridEvents;
using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.GridEvents.Events;
using Shouldly;
using Xunit;

namespace CityGuard.Client.Tests.Contract;

public abstract partial class CityContract
{
    [Fact]
    public async Task A_grid_event_is_reported_registered_assigned_and_not_handled_by_its_collector()
    {
        var cell = city.City.Cells.Id(city.City.Cells.Sectors[2].First).Value;
        var report = new GridEventReport("contract", "event-" + GetType().Name, "powerFault", new Location(Cell: cell), Channel: "12345", Description: "dark at number 5");
        var opened = await Client.ReportEventAsync(report, Token);
        opened.Created.ShouldBeTrue();
        (await Client.ReportEventAsync(report, Token)).ShouldBe(opened with { Created = false });

        (await Client.RegisterEventAsync(opened.Id, new RegisterEventCommand(), Token)).Line.Step.ShouldBe("registered");
        var assigned = await Client.AssignEventAsync(opened.Id, new AssignEventCommand(), Token);
        (assigned.Line.Assignee!.Department, assigned.Line.WaitsFor, assigned.Description).ShouldBe(("power", "accept", report.Description));
        (await Client.GetEventsAsync(assigned.Line.Sector, "assigned", cancellationToken: Token)).ShouldContain(line => line.Id == opened.Id);
        (await Client.GetEventsAsync(assigned.Line.Sector, lateOnly: true, cancellationToken: Token)).ShouldNotContain(line => line.Id == opened.Id);
        (await Refused(() => Client.AcceptEventAsync(opened.Id, new EventCommand(), Token))).ShouldBe(RefusalCode.Conflict); // whoever collected it
        (await Refused(() => Client.ReportHandledEventAsync(opened.Id, new HandledEventCommand("resolved"), Token))).ShouldBe(RefusalCode.Conflict);
        (await Refused(() => Client.CheckEventAsync(opened.Id, new CheckEventCommand(false, CheckBack.Assign, Why: "dark"), Token))).ShouldBe(RefusalCode.Conflict);
        (await Refused(() => Client.EvaluateEventAsync(opened.Id, new EventCommand(), Token))).ShouldBe(RefusalCode.Conflict);
        (await Refused(() => Client.RejectEventAsync(opened.Id, new RejectEventCommand("moon"), Token))).ShouldBe(RefusalCode.Unprocessable);
        using var reader = Connect(city.ReadKey);
        (await reader.GetEventAsync(opened.Id, Token)).Description.ShouldBeNull();
        (await Refused(() => reader.WithdrawEventAsync(opened.Id, new EventCommand("no"), Token))).ShouldBe(RefusalCode.Forbidden);
        (await Client.WithdrawEventAsync(opened.Id, new EventCommand("a test"), Token)).Line.Step.ShouldBe("withdrawn");
    }
}

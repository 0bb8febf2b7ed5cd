using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;
using CityGuard.Web.Desk;
using CityGuard.Web.Desk.Acts;
using CityGuard.Web.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace CityGuard.Web.Tests.Desk;

/// <summary>A command goes with the version that was seen; only what somebody else did to the same slot stops it.</summary>
public sealed class DeskCommandsTests : Room
{
    private static readonly ResponderId Who = ResponderId.Parse("p-C-0001");
    private static readonly Refusal Overtaken = new(RefusalCode.Conflict, "the incident has moved on to version 6", "p-C-0001 as first (o-1), chosen by Li at 2026-03-04T05:06:08Z");

    [Fact]
    public async Task A_step_of_a_crew_between_looking_and_deciding_does_not_stop_the_command()
    {
        var seen = Samples.Incident();
        Fronts.Incident = seen with { Version = 6, Assignments = [seen.Assignments[0] with { EnRouteAt = Samples.Now }] };
        Fronts.Adding = command => command.IfVersion == 6 ? Fronts.Incident : Overtaken;
        (await Give(seen)).IsOk.ShouldBeTrue();
        Fronts.Added.Select(a => a.IfVersion).ShouldBe([5, 6]);
        Fronts.Added.Select(a => a.Command).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_lost_the_slot_is_told_who_has_it()
    {
        var seen = Samples.Incident();
        Fronts.Incident = seen with { Version = 6, Assignments = [seen.Assignments[0], seen.Assignments[0] with { Op = OperationId.Parse("o-2") }] };
        Fronts.Adding = _ => Overtaken;
        var refusal = (await Give(seen)).Refusal.ShouldNotBeNull();
        refusal.Holder.ShouldNotBeNull().ShouldContain("Li");
        Fronts.Added.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_incident_that_is_closing_is_not_asked_again()
    {
        Fronts.Incident = Samples.Incident() with { Version = 6, State = IncidentState.Closing };
        Fronts.Adding = _ => Overtaken;
        (await Give(Samples.Incident())).IsOk.ShouldBeFalse();
        Fronts.Added.Count.ShouldBe(1);
    }

    private Task<Answer<IncidentView>> Give(IncidentView seen)
        => Services.GetRequiredService<DeskCommands>().Give(new DeskOrder(ForceActs.Send, seen, "first", To: Who), new ActAnswer("nearest"));
}

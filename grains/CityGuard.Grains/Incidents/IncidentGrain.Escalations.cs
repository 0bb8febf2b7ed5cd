using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Domain.Journal;

namespace CityGuard.Grains.Incidents;

/// <summary>What climbs to the command levels, and who leads on scene.</summary>
internal sealed partial class IncidentGrain
{
    public Task<Answer<IncidentView>> Escalate(EscalateCommand command, string by) => Command(
        new CaseCommand.Escalate(by, command.Why), command.Command, command.IfVersion, _ => null,
        course => Escalations.ByHand(course, LevelsOf(course), by, command.Why, Now, command.Command));

    public Task<Answer<IncidentView>> TakeNote(int number, TakeNoteCommand command, string by) => Command(
        new CaseCommand.Acknowledge(number, by, command.Why), command.Command, command.IfVersion, _ => null,
        course => Escalations.Acknowledge(course, number, by, command.Why, Now, command.Command));

    public Task<Answer<IncidentView>> Leader(LeaderCommand command, string by) => Command(
        new CaseCommand.Lead(command.Leader, command.ArrivedAt, by), command.Command, command.IfVersion, _ => null,
        course => Escalations.Leader(course, command.Leader, command.ArrivedAt, by, Now, command.Command));

    public Task<Answer<IncidentView>> Lead(LeadCommand command, string by) => Command(
        new CaseCommand.HandOver(command.Op, by, command.Why), command.Command, command.IfVersion, course => course.Find(command.Op)?.Role,
        course => Leads.HandOver(course, command.Op, by, command.Why, Now, command.Command));

    /// <summary>Tells the level of the late matter, if it is still late on the picture that is appended to.</summary>
    private async Task<bool> Climb()
    {
        await Execute(course => Escalations.Step(course, PlanOf(course), Now) is IncidentStep.Climb(var matter, var level)
            ? Escalations.Climb(course, matter, LevelsOf(course)[level], Now) : Array.Empty<IncidentEvent>());
        return true;
    }

    private async Task<bool> Serve()
    {
        await Execute(course => Escalations.Step(course, PlanOf(course), Now) is IncidentStep.ServeEscalations(var served)
            ? served.Select(IncidentEvent (one) => new EscalationServed(one.Number, one.What, course.Stamp(Now))).ToArray() : Array.Empty<IncidentEvent>());
        return true;
    }

    /// <summary>A step of a crew, and the passing of the lead that follows from it, in one append.</summary>
    private Decision<IncidentEvent> WithLead(IncidentCourse course, Decision<IncidentEvent> decision)
        => decision.Events.Count > 0 && Leads.Passes(decision.Events.Aggregate(course, IncidentEvolution.Evolve), WeightOf, Now) is { } passed
            ? decision.Events.Append(passed).ToArray() : decision;

    private async Task PassLead()
    {
        if (State.Phase == IncidentPhase.Open)
            await Execute(course => course.Phase == IncidentPhase.Open && Leads.Passes(course, WeightOf, Now) is { } passed ? passed : Array.Empty<IncidentEvent>());
    }

    private int WeightOf(Assignment assignment)
        => services.Index.City.TryResponder(assignment.Responder.Value, out var i)
            ? services.Index.City.Rules.Course.LeadOrder.ToList().IndexOf(services.Index.City.Responders[i].Kind) : -1;

    /// <summary>Station, district and city of the incident.</summary>
    private AreaId[] LevelsOf(IncidentCourse course)
        => course.Sector.Value is { } sector && services.Index.City.TryArea(sector, out var area)
            ? [.. services.Index.Areas.SelfAndAncestors(area).Select(a => services.Index.City.Areas[a].Id)] : [];
}

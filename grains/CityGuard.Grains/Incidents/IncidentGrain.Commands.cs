using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Journaling;
using CityGuard.Grains.Responders;

namespace CityGuard.Grains.Incidents;

/// <summary>What people command. A command that is known answers what became of it, whatever has happened since.</summary>
internal sealed partial class IncidentGrain
{
    public Task<Answer<IncidentView>> Recall(RecallCommand command, string by) => Command(
        new IncidentCommand.Recall(command.Op, by, command.Why), command.Command, command.IfVersion,
        course => course.Find(command.Op)?.Role,
        course => IncidentRules.Recall(course, command.Op, by, command.Why, Now, command.Command));

    public async Task<Answer<IncidentView>> Reassign(ReassignCommand command, string by)
    {
        var (seen, elsewhere) = await See(command.To, command.Command);
        return await Command(
            new IncidentCommand.Reassign(command.Op, command.To, by, command.Why), command.Command, command.IfVersion,
            course => course.Find(command.Op)?.Role,
            course => elsewhere ?? IncidentRules.Reassign(course, command.Op, command.To, seen, by, command.Why, Now, command.Command));
    }

    public async Task<Answer<IncidentView>> Add(AddCommand command, string by)
    {
        var (seen, elsewhere) = await See(command.Responder, command.Command);
        return await Command(
            new IncidentCommand.Add(command.Responder, command.Role, by, command.Why), command.Command, command.IfVersion,
            _ => command.Role,
            course => elsewhere ?? IncidentRules.Add(
                course, command.Responder, command.Role, seen, by, command.Why, Now, command.Extra ? null : Wanted(course, command.Role), command.Command));
    }

    public Task<Answer<IncidentView>> Close(CloseCommand command, string by) => Command(
        new IncidentCommand.Close(by, command.Why), command.Command, command.IfVersion, _ => null, 
        course => Aftercare.MayClose(course, PlanOf(course)) is { } early ? early : IncidentRules.Close(course, by, command.Why, Now, command.Command));

    /// <summary>Refused on an older picture, else recorded, carried out as far as it goes now, and shown.</summary>
    private async Task<Answer<IncidentView>> Command(
        IncidentCommand asked, string? id, long? ifVersion, Func<IncidentCourse, string?> role, Func<IncidentCourse, Decision<IncidentEvent>> decide)
    {
        if (State.Phase == IncidentPhase.None)
            return Unknown();
        OperationId? op = null;
        var objection = await Execute(course =>
        {
            if (IncidentRules.AnotherCommand(course, id, asked) is { } another)
                return another;
            if (course.Known(id) is { } known)
            {
                op = known.Op;
                return Array.Empty<IncidentEvent>();
            }

            if (IncidentRules.Overtaken(course, Version, ifVersion, role(course)) is { } overtaken)
                return overtaken;
            var decision = decide(course);
            op = decision.Events.OfType<AssignmentRequested>().FirstOrDefault()?.Op;
            return decision;
        });
        if (objection is not null)
            return objection.ToRefusal();

        await Drive();
        if (op is { } wanted && State.Find(wanted) is { Phase: AssignmentPhase.Refused } refused)
            return new Refusal(RefusalCode.Conflict, $"{refused.Responder} refused: {refused.Reason}");
        return await View(personal: false);
    }

    /// <summary>A responder whom a person chose, as it stands now; and the objection when it never leaves its premises.</summary>
    private async Task<(SeenResponder Seen, Decision<IncidentEvent>? Elsewhere)> See(ResponderId id, string? command)
    {
        if (State.Report is not { } report || State.Known(command) is not null)
            return default;
        var (city, target) = (services.Index.City, TargetOf(report));
        if (!city.TryResponder(id.Value, out var responder) || !city.TryCell(report.Cell.Value, out var cell))
            return default;
        if (services.Index.Responders.IsElsewhere(responder, target))
            return (default, new Objection(ObjectionKind.Impossible, $"{id} is alerted within its own premises only and never sent elsewhere"));
        var epoch = (await GrainFactory.Responder(id).View()).Epoch;
        return (new SeenResponder(epoch, await Answer(() => Sector.Arrival(responder, cell, target), "the board")), null);
    }

    private int? Wanted(IncidentCourse course, string role) => PlanOf(course)?.Roles.FirstOrDefault(r => r.Role == role)?.Count;
}

using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Protocol;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Incidents;

namespace CityGuard.Grains.Front;

/// <summary>Two incidents that are one event. Front brings the question to the elder and the answer back; what it leaves undone the two settle between them.</summary>
internal sealed partial class ProtocolFront
{
    public async Task<Answer<IncidentView>> Merge(Credential caller, string incident, MergeCommand command)
    {
        var into = command?.Into.Value;
        var admitted = await OverBoth(caller, incident, into);
        if (admitted.Refusal is { } shut)
            return shut;
        if (Malformed(command?.Why, command?.Command) is { } malformed)
            return malformed;
        if (!IncidentId.TryParse(incident, out var id))
            return IncidentFront.NoSuchIncident(incident);
        if (!IncidentId.TryParse(into, out var elder))
            return IncidentFront.NoSuchIncident(into);
        var given = command! with { Command = command.Command ?? IncidentFront.NewId() };
        return await inward.Ask(() => Merge(id, elder, given, admitted.Value!.Name));
    }

    public async Task<Answer<IncidentView>> Unmerge(Credential caller, string incident, UnmergeCommand command)
    {
        var elder = IncidentId.TryParse(incident, out var id) ? (await inward.Read(() => Incident(id).View(personal: false))).Value?.MergedInto : null;
        var admitted = await OverBoth(caller, incident, elder?.Value);
        if (admitted.Refusal is { } shut)
            return shut;
        if (id.Value is null)
            return IncidentFront.NoSuchIncident(incident);
        if (Malformed(command?.Why, command?.Command) is { } malformed)
            return malformed;
        var given = command! with { Command = command.Command ?? IncidentFront.NewId() };
        return await inward.Ask(() => Incident(id).Unmerge(given, admitted.Value!.Name));
    }

    private async Task<Answer<IncidentView>> Merge(IncidentId id, IncidentId into, MergeCommand command, string by)
    {
        var (younger, elder) = (Incident(id), Incident(into));
        var seen = await younger.View(personal: false);
        if (seen.Value is not { } view)
            return seen;
        // What can be told beforehand is refused before anything is recorded.
        var objection = (await elder.MayJoin(id, view.Times.ReceivedAt)).Refusal;
        var asked = await younger.RequestMerge(command, objection, by);
        return asked.Refusal is { } refusal ? refusal
            : asked.Value!.Attempt is { } attempt ? await younger.SettleMerge(into, attempt, await elder.Attach(id, attempt))
            : await younger.View(personal: false);
    }

    private async Task<Answer<Caller>> OverBoth(Credential caller, string? incident, string? other)
    {
        var admitted = await mandates.OverIncident(caller, incident);
        return admitted.Refusal is null && other is not null ? await mandates.OverIncident(caller, other) : admitted;
    }
}

using CityGuard.Abstractions;
using CityGuard.Abstractions.Desk;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Domain.Plans;
using CityGuard.Grains.Sectors;

namespace CityGuard.Grains.Incidents;

/// <summary>What people at a desk read of an incident.</summary>
internal sealed partial class IncidentGrain
{
    /// <summary>So many fit ones are told with their times: more than anybody compares.</summary>
    private const byte Shown = 16;

    public Task<AreaId?> Where() => Task.FromResult(State.Phase == IncidentPhase.None ? default(AreaId?) : State.Sector);

    public async Task<Answer<IReadOnlyList<TimelineEntry>>> Timeline()
        => State.Phase == IncidentPhase.None ? Unknown() : IncidentHistory.Of(await services.Journal.Read(Stream, 0));

    public async Task<Answer<CandidateList>> Candidates(string role)
    {
        var (course, version) = (State, Version);
        if (course.Phase == IncidentPhase.None)
            return Unknown();
        if (course.Phase != IncidentPhase.Open || !services.Index.City.TryCell(course.Report!.Cell.Value, out var cell))
            return new Refusal(RefusalCode.Conflict, "the incident is closing or closed: nobody is sent any more");
        var wanted = PlanOf(course)?.Roles.FirstOrDefault(r => r.Role == role) ?? new PlanRole(role, [], [], 1, null);
        var missing = Math.Max(0, wanted.Count - course.Assignments.Count(a => a.Role == role && a.IsActive));
        var requirement = RequirementCompiler.Compile(wanted, Shown, services.Index.KindIds, services.Index.City.Rules.Capabilities);
        var (selection, _) = await Consider(new SelectionQuery(cell, TargetOf(course.Report), requirement, [.. LeftOut(course, role)]), Reaching.Of(course, role));
        return selection is not null
            ? CandidatePictures.List(services.Index, role, version, missing, selection, requirement)
            : new Refusal(RefusalCode.Unavailable, "the board of this sector is being rebuilt: ask again in a moment");
    }
}

using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Journaling;
using CityGuard.Grains.Responders;

namespace CityGuard.Grains.Incidents;

/// <summary>One incident: what people, crews and callers tell it. How it proceeds by itself is in the other half.</summary>
[GrainType("incident")]
internal sealed partial class IncidentGrain(IncidentServices services)
    : JournaledGrain<IncidentCourse, IncidentEvent>(services.Journal, EventCodec.Incidents, IncidentCourse.Empty), IIncidentGrain
{
    protected override string Stream => this.GetPrimaryKeyString();

    private IncidentId Id => IncidentId.Parse(Stream);

    private DateTimeOffset Now => services.Time.GetUtcNow();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await base.OnActivateAsync(cancellationToken);
        if (State.IsOpen)
            Resume();
    }

    public async Task<Answer<ReportReceipt>> Report(OpenIncident report)
    {
        var content = ContentOf(report);
        var sector = services.Index.City.Areas[services.Index.City.Cells.Sectors[services.Index.SectorOfCell(report.Cell)].Area].Id;
        var (vault, differs) = await Seal(report.Personal);
        var opens = false;
        var objection = await Execute(course =>
        {
            opens = course.Phase == IncidentPhase.None;
            return IncidentRules.Report(course, content, sector, report.ReceivedAt, vault, differs, Now);
        });
        if (objection is not null)
            return objection.ToRefusal();
        if (opens)
            Opened();
        return new ReportReceipt(Id, opens, Version);
    }

    public async Task<Answer<Done>> RecordProgress(ResponderId responder, OperationId op, long epoch, AssignmentProgress progress, DateTimeOffset at)
    {
        var (version, before) = (Version, State.Find(op));
        var objection = await Execute(course => course.Find(op)?.Responder == responder || course.Find(op) is null
            ? IncidentRules.RecordProgress(course, op, epoch, progress, at, Now)
            : new Objection(ObjectionKind.Conflict, $"{op} is not an operation of {responder}"));
        if (objection is not null)
            return objection.ToRefusal();
        if (Version != version)
            Progressed(before, State.Find(op)!);
        return Done.Value;
    }

    public Task<bool> Recorded(OperationId op, long epoch, AssignmentProgress progress, DateTimeOffset at)
        => Task.FromResult(State.Find(op) is not null
            && IncidentRules.RecordProgress(State, op, epoch, progress, at, Now) is { Objection: null, Events.Count: 0 });

    public async Task<Answer<IncidentView>> View(bool personal)
    {
        var (course, version) = (State, Version);
        if (course.Phase == IncidentPhase.None)
            return Unknown();
        var data = personal && course.Vault is { } reference ? await services.Vault.Open(reference) : null;
        return IncidentPictures.View(course, Id, version, services.PlanOf(course), data);
    }

    public Task<Answer<IncidentView>> Recall(RecallCommand command, string by) => Command(
        command.IfVersion, course => course.Find(command.Op)?.Role, course => IncidentRules.Recall(course, command.Op, by, command.Why, Now));

    public async Task<Answer<IncidentView>> Reassign(ReassignCommand command, string by)
    {
        var epoch = (await GrainFactory.Responder(command.To).View()).Epoch;
        return await Command(
            command.IfVersion, course => course.Find(command.Op)?.Role, course => IncidentRules.Reassign(course, command.Op, command.To, epoch, by, command.Why, Now));
    }

    public async Task<Answer<IncidentView>> Add(AddCommand command, string by)
    {
        var epoch = (await GrainFactory.Responder(command.Responder).View()).Epoch;
        return await Command(
            command.IfVersion, _ => command.Role, course => IncidentRules.Add(course, command.Responder, command.Role, epoch, by, command.Why, Now));
    }

    public Task<Answer<IncidentView>> Close(CloseCommand command, string by)
        => Command(command.IfVersion, _ => null, course => IncidentRules.Close(course, by, command.Why, Now));

    protected override IncidentCourse Evolve(IncidentCourse state, IncidentEvent happened) => IncidentEvolution.Evolve(state, happened);

    protected override StreamHead Head(IncidentCourse state, long version) => new(state.IsOpen ? state.Sector.Value : null);

    /// <summary>A person's command: refused on an older picture, else recorded, carried out as far as it goes now, and shown.</summary>
    private async Task<Answer<IncidentView>> Command(
        long? ifVersion, Func<IncidentCourse, string?> role, Func<IncidentCourse, Decision<IncidentEvent>> decide)
    {
        if (State.Phase == IncidentPhase.None)
            return Unknown();
        OperationId? asked = null;
        var objection = await Execute(course =>
        {
            if (IncidentRules.Overtaken(course, Version, ifVersion, role(course)) is { } overtaken)
                return overtaken;
            var decision = decide(course);
            asked = decision.Events.OfType<AssignmentRequested>().FirstOrDefault()?.Op;
            return decision;
        });
        if (objection is not null)
            return objection.ToRefusal();

        await Drive();
        if (asked is { } op && State.Find(op) is { Phase: AssignmentPhase.Refused } refused)
            return new Refusal(RefusalCode.Conflict, $"{refused.Responder} refused: {refused.Reason}");
        return await View(personal: false);
    }

    /// <summary>Personal data goes to the vault before anything is journaled, and only when it is new.</summary>
    private async Task<(string? Vault, bool Differs)> Seal(PersonalData? personal)
    {
        if (personal is null or { IsEmpty: true })
            return (null, false);
        if (State.Phase == IncidentPhase.None)
            return (await services.Vault.Seal(Id, personal), false);
        foreach (var kept in State.Differing.Select(d => d.Vault).Prepend(State.Vault))
            if (kept is not null && await services.Vault.Open(kept) == personal)
                return (null, false);
        return (await services.Vault.Seal(Id, personal), true);
    }

    private ReportContent ContentOf(OpenIncident report) => new(
        report.Source, report.SourceId, report.Type, report.Severity, report.Place, services.Index.City.Cells.Id(report.Cell),
        report.Target < 0 ? null : services.Index.City.Targets[report.Target].Id, report.OccurredAt, report.Channel);

    private Refusal Unknown()
    {
        DeactivateOnIdle();
        return new Refusal(RefusalCode.Unknown, $"there is no incident {Stream}");
    }
}

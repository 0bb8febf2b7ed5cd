using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Journaling;

namespace CityGuard.Grains.Incidents;

/// <summary>One incident: what people, crews and callers tell it. What people command and how it proceeds by itself is in the other parts.</summary>
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
        WatchMerges();
        Count();
    }

    public async Task<Answer<ReportReceipt>> Report(OpenIncident report)
    {
        var content = ContentOf(report);
        var sector = services.Index.City.Areas[services.Index.City.Cells.Sectors[services.Index.SectorOfCell(report.Cell)].Area].Id;
        var (vault, differs) = await Seal(report.Personal);
        var (opens, finder) = (false, await FinderOf(report));
        var objection = await Execute(course =>
        {
            opens = course.Phase == IncidentPhase.None;
            return Intake.Report(course, content, sector, report.ReceivedAt, vault, differs, Trusts(report), finder, Now, report.LinkedTo);
        });
        if (objection is not null)
            return objection.ToRefusal();
        if (opens)
            Opened();
        if (opens && finder is not null)
            Resume(); // whoever found it is there already and does not wait for the sector
        Acknowledge(report.LinkedTo);
        return new ReportReceipt(Id, opens, Version, State.Merges.InForce?.Into);
    }

    public async Task<Answer<Done>> RecordProgress(ResponderId responder, OperationId op, long epoch, AssignmentProgress progress, DateTimeOffset at)
    {
        var (version, before) = (Version, State.Find(op));
        var objection = await Execute(course => course.Find(op)?.Responder == responder || course.Find(op) is null
            ? WithLead(course, IncidentRules.RecordProgress(course, op, epoch, progress, at, Now))
            : new Objection(ObjectionKind.Conflict, $"{op} is not an operation of {responder}"));
        if (objection is not null)
            return objection.ToRefusal();
        if (Version != version)
            Progressed(before, State.Find(op)!);
        return Done.Value;
    }

    public async Task<bool> Recorded(OperationId op, long epoch, AssignmentProgress progress, DateTimeOffset at)
    {
        if (!Known())
            await Refresh();
        return Known();

        bool Known() => State.Find(op) is not null && IncidentRules.RecordProgress(State, op, epoch, progress, at, Now) is { Objection: null, Events.Count: 0 };
    }

    public async Task<Answer<IncidentView>> View(bool personal)
    {
        if (State.Phase == IncidentPhase.None)
            await Refresh();
        var (course, version) = (State, Version);
        if (course.Phase == IncidentPhase.None)
            return Unknown();
        var data = personal && course.Vault is { } reference ? await services.Vault.Open(reference) : null;
        var note = personal && course.Case.Feedback?.Vault is { } kept ? (await services.Vault.Open(kept))?.Description : null;
        return IncidentPictures.View(course, Id, version, PlanOf(course), data, services.ChannelsOf, Now, note) with
        {
            Supplies = SupplyPictures.View(course, services.Index.City.Rules.Stocks),
            Partners = PartnerPictures.View(course, services.Index.City.Rules.Partners),
        };
    }

    protected override IncidentCourse Evolve(IncidentCourse state, IncidentEvent happened) => IncidentEvolution.Evolve(state, happened);

    protected override StreamHead Head(IncidentCourse state, long version) => new(state.IsOpen ? state.Sector.Value : null);

    /// <summary>Personal data goes to the vault before anything is journaled, and only when it is new. What was erased is not kept again.</summary>
    private async Task<(string? Vault, bool Differs)> Seal(PersonalData? personal)
    {
        if (personal is null or { IsEmpty: true })
            return (null, false);
        if (State.Phase == IncidentPhase.None)
            return (await services.Vault.Seal(Id, personal), false);
        foreach (var kept in State.Differing.Select(d => d.Vault).Prepend(State.Vault))
            if (kept is not null && await services.Vault.Open(kept) == personal)
                return (null, false);
        return await services.Vault.Seal(Id, personal) is { } reference ? (reference, true) : (null, false);
    }

    // What a person hands over, that person vouches for.
    private bool Trusts(OpenIncident report) => report.LinkedTo is not null || services.Index.City.Rules.Course.Trusts(report.Source, report.Channel);

    private ReportContent ContentOf(OpenIncident report) => new(
        report.Source, report.SourceId, report.Type, report.Severity, report.Place, services.Index.City.Cells.Id(report.Cell),
        report.Target < 0 ? null : services.Index.City.Targets[report.Target].Id, report.OccurredAt, report.Channel,
        report.Fatalities, report.Finder < 0 ? null : services.Index.City.Responders[report.Finder].Id);

    private Refusal Unknown()
    {
        DeactivateOnIdle();
        return new Refusal(RefusalCode.Unknown, $"there is no incident {Stream}");
    }
}

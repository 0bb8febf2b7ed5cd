using CityGuard.Abstractions;
using CityGuard.Abstractions.Desk;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Responders;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.People;
using CityGuard.Domain.Responders;
using CityGuard.Web.Session;

namespace CityGuard.Web.Desk;

/// <summary>What one window of the desk works on: an incident, a role of it, a candidate. Asked for again while it is shown, with the person's own credential.</summary>
public sealed class DeskWork(IGrainFactory grains, Func<Task<Credential>> caller, TimeProvider time)
{
    private static readonly TimeSpan CompareEvery = TimeSpan.FromSeconds(5);

    private readonly string _window = Guid.NewGuid().ToString("N");
    private long _told;
    private (long Version, DateTimeOffset At) _compared;
    private (Attention Attention, string? Role) _doing = (Attention.Looking, null);

    /// <summary>The incident that is open; null: none, or it has not answered yet.</summary>
    public IncidentView? Incident { get; private set; }

    public string? Id { get; private set; }

    /// <summary>Open incidents that may be one event with it, likeliest first.</summary>
    public SimilarList? Alike { get; private set; }

    /// <summary>The one of them that is chosen.</summary>
    public IncidentId? Other { get; private set; }

    public IReadOnlyList<TimelineEntry> Timeline { get; private set; } = [];

    public CandidateList? Candidates { get; private set; }

    /// <summary>Why there is nothing newer.</summary>
    public string? Trouble { get; private set; }

    /// <summary>What it costs when one of them goes.</summary>
    public CandidatePrices Prices { get; } = new(grains, caller, time);

    /// <summary>Why nobody can be offered.</summary>
    public string? NoCandidates { get; private set; }

    public string? Role { get; private set; }

    public OperationId? Op { get; private set; }

    public ResponderId? Candidate { get; private set; }

    /// <summary>The incident that holds the chosen candidate; null: none does, or it has not answered.</summary>
    public HeldElsewhere? Holder { get; private set; }

    /// <summary>What a person with a name and a role has before his eyes now; null: no incident is open.</summary>
    public DeskScene? Scene(UserSession? user, AreaId top) => Incident is { } view
        ? new DeskScene(view, Timeline, Role, Op, Candidates?.Candidates.FirstOrDefault(c => c.Responder == Candidate), Holder, user?.Name, user?.Role, top, Alike?.Similar, Alike?.Similar.FirstOrDefault(one => one.Line.Id == Other))
        : null;

    public async Task Open(string id)
    {
        if (Id is { } before && before != id)
            await Look(before, Attention.Left, null);
        (Id, Incident, Timeline, Candidates, Role, Op, Candidate, Holder, Trouble, NoCandidates, Alike, Other, _told, _compared) = (id, null, [], null, null, null, null, null, null, null, null, null, 0, default);
        await Refresh();
        await Attend(Attention.Looking);
    }

    public async Task Choose(string role, OperationId? op)
    {
        if (role != Role)
            (Candidates, Candidate, Holder, NoCandidates) = (null, null, null, null);
        (Role, Op) = (role, op);
        await RefreshCandidates();
    }

    /// <summary>It may be one event with that one.</summary>
    public void Compare(IncidentId? other) => Other = other;

    /// <summary>Whoever is held elsewhere can only be diverted: from where, and how grave that is, is asked for at once.</summary>
    public async Task Take(ResponderId? candidate)
    {
        (Candidate, Holder) = (candidate, null);
        if (candidate is { } who && Candidates?.Candidates.Any(c => c.Responder == who && c.Verdict == "busy") == true)
            await AskHolder(who);
    }

    /// <summary>What a command answered is the newest there is.</summary>
    public Task Show(IncidentView view)
    {
        if (view.Id.Value == Id)
            Incident = view with { Description = Incident?.Description, CallerPhone = Incident?.CallerPhone };
        return Refresh();
    }

    public async Task Refresh()
    {
        if (Id is not { } id)
            return;
        try
        {
            var answer = await grains.GetGrain<IIncidentFront>(0).Get(await caller(), id);
            if (id != Id)
                return;
            (Incident, Trouble) = (answer.Value ?? Incident, answer.Refusal?.Reason);
            if (Incident is not { } view)
                return;
            if (Op is { } op && view.Assignments.All(a => a.Op != op || a.State is AssignmentState.Released or AssignmentState.Refused))
                Op = null;
            if (Role is null && FirstShort(view) is { } role)
                Role = role;
            if (view.Version != _told)
                await RefreshTimeline(id, view.Version);
            await RefreshCandidates();
            await RefreshAlike(id, view);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Trouble = failure.Message;
        }
    }

    /// <summary>Tells the others what this window does at its incident.</summary>
    public Task Attend(Attention attention, string? role = null)
    {
        _doing = (attention, role);
        return StayThere();
    }

    /// <summary>Tells them again: a word of it is a lease.</summary>
    public Task StayThere() => Id is { } id ? Look(id, _doing.Attention, _doing.Role) : Task.CompletedTask;

    private async Task RefreshTimeline(string id, long version)
    {
        var answer = await grains.GetGrain<IDeskFront>(0).Timeline(await caller(), id);
        if (id == Id && answer.Value is { } entries)
            (Timeline, _told) = (entries, version);
    }

    private async Task RefreshCandidates()
    {
        if (Id is not { } id || Role is not { } role)
            return;
        var answer = await grains.GetGrain<IDeskFront>(0).Candidates(await caller(), id, role);
        if (id != Id || role != Role)
            return;
        (Candidates, NoCandidates) = (answer.Value ?? (answer.Refusal!.Code == RefusalCode.Conflict ? null : Candidates), answer.Refusal?.Reason);
        if (Candidate is { } chosen && Candidates?.Candidates.All(c => c.Responder != chosen) != false)
            (Candidate, Holder) = (null, null);
        // Boards that are slow to count what is lost must not hold back who could go.
        _ = Prices.Refresh(Candidates, Candidate);
    }

    // Several boards are asked: seldom, but at once when the incident itself has moved on.
    private async Task RefreshAlike(string id, IncidentView view)
    {
        var now = time.GetUtcNow();
        if (view.Version == _compared.Version && now - _compared.At < CompareEvery)
            return;
        _compared = (view.Version, now);
        var answer = await grains.GetGrain<IDeskFront>(0).Similar(await caller(), id);
        if (id != Id)
            return;
        // What is over has no like; boards that are silent take nothing away.
        Alike = answer.Value ?? (answer.Refusal!.Code == RefusalCode.Unavailable ? Alike : null);
        if (Alike?.Similar.Any(one => one.Line.Id == Other) != true)
            Other = null;
    }

    private async Task AskHolder(ResponderId who)
    {
        try
        {
            var credential = await caller();
            if ((await grains.GetGrain<IResponderFront>(0).Get(credential, who.Value)).Value is not { Incident: { } at } held)
                return;
            var holding = (await grains.GetGrain<IIncidentFront>(0).Get(credential, at.Value)).Value;
            if (Candidate == who && holding is not null)
                Holder = new HeldElsewhere(at, holding.Type, holding.Severity, holding.Assignments.FirstOrDefault(a => a.Op == held.Op)?.Role);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            NoCandidates = failure.Message;
        }
    }

    private async Task Look(string incident, Attention attention, string? role)
    {
        try
        {
            await grains.GetGrain<IDeskFront>(0).Look(await caller(), incident, _window, attention, role);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Trouble = failure.Message;
        }
    }

    // Whoever opens an incident sees at once whom it still needs.
    private static string? FirstShort(IncidentView view) => (view.Roles ?? [])
        .OrderBy(role => view.Assignments.Count(a => a.Role == role.Role && a.State is AssignmentState.Requested or AssignmentState.Granted) >= role.Count)
        .FirstOrDefault()?.Role;
}

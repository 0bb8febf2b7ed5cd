using CityGuard.Abstractions;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Merging;
using CityGuard.Domain.Journal;
using CityGuard.Grains.Journaling;

namespace CityGuard.Grains.Incidents;

/// <summary>Taking the reports of younger incidents. What they say is read from their own journal, which alone knows it.</summary>
internal sealed partial class IncidentGrain
{
    private int MostMerged => services.Index.City.Rules.Course.Similarity.MostMerged;

    public Task<Answer<Done>> MayJoin(IncidentId younger, DateTimeOffset receivedAt)
        => Task.FromResult<Answer<Done>>(AttachRules.MayNot(State, Id, younger, receivedAt, MostMerged) is { } objection ? objection.ToRefusal() : Done.Value);

    public async Task<MergeReply> Attach(IncidentId younger, int attempt)
    {
        if (State.Phase == IncidentPhase.None)
            DeactivateOnIdle();
        if (await Told(younger) is not { } told)
            return new MergeReply(false, $"{younger} holds a kind of fact that this version does not know");
        var joining = new Joining(younger, attempt, told, await IsOfOneReporter(told));
        var objection = await Execute(course => AttachRules.Attach(course, Id, joining, MostMerged, Now), confirm: true);
        if (objection is not null)
            return new MergeReply(false, objection.Reason, objection.Holder);
        Reweighed(); // the younger has its answer first
        return new MergeReply(true);
    }

    public async Task Offered(IncidentId younger, int attempt) => Incident(younger).Joined(Id, attempt, await Attach(younger, attempt)).Ignore();

    public async Task MergeHeard(IncidentId younger, int attempt)
    {
        await Execute(course => AttachRules.Confirm(course, younger, attempt, Now), confirm: true);
        WatchMerges();
        if (State.Phase == IncidentPhase.Closing)
            await Drive(); // it may have waited for that to close
    }

    public async Task Detach(IncidentId younger, int attempt)
    {
        if (State.Phase != IncidentPhase.None)
            await Execute(course => AttachRules.Detach(course, younger, attempt, Now), confirm: true);
        Incident(younger).Detached(Id, attempt).Ignore();
        Reweighed();
    }

    // It may be graver now, want other roles, or have somebody's word that it is true.
    private void Reweighed()
    {
        WatchMerges();
        _shown = null;
        if (State.IsOpen)
            Alarm(Now);
    }

    private async Task<IncidentCourse?> Told(IncidentId younger)
    {
        var told = IncidentCourse.Empty;
        foreach (var stored in await services.Journal.Read(younger.Value, 0))
        {
            if (EventCodec.Incidents.Decode(stored.Json) is not { } happened)
                return null;
            told = IncidentEvolution.Evolve(told, happened);
        }

        return told;
    }

    // Who called is known to the vault only; what is journaled is whether it was somebody else.
    private async Task<bool> IsOfOneReporter(IncidentCourse told)
        => State.Case.VerifiedAt is null && State.Vault is { } ours && told.Vault is { } theirs
            && (await services.Vault.Open(ours))?.CallerPhone is { Length: > 0 } phone && (await services.Vault.Open(theirs))?.CallerPhone == phone;
}

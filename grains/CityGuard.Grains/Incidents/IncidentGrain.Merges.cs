using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Protocol;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Merging;

namespace CityGuard.Grains.Incidents;

/// <summary>Joining an older incident, and leaving it again. What is awaited or owed is asked for and told again and again, also after a restart.</summary>
internal sealed partial class IncidentGrain
{
    private IGrainTimer? _merging;

    public async Task<Answer<MergeAsked>> RequestMerge(MergeCommand command, Refusal? seen, string by)
    {
        if (seen is not null && State.Known(command.Command) is null)
            return seen;
        var answer = await Command(
            new MergingCommand.Merge(command.Into, by, command.Why), command.Command, command.IfVersion, _ => null,
            course => MergeRules.Request(course, Id, command.Into, by, command.Why, Now, command.Command));
        if (answer.Refusal is { } refusal)
            return refusal;
        WatchMerges();
        return State.Merges.Attempts.FindLast(a => a.Command == command.Command) switch
        {
            { Outcome: MergeOutcome.Pending, Number: var attempt } => new MergeAsked(attempt),
            { Outcome: MergeOutcome.Refused } refused => new Refusal(RefusalCode.Conflict, refused.Reason!, refused.Holder),
            _ => new MergeAsked(null),
        };
    }

    public async Task<Answer<IncidentView>> SettleMerge(IncidentId elder, int attempt, MergeReply reply)
    {
        await Settle(elder, attempt, reply);
        return State.Merges.Attempts.Find(a => a.Number == attempt) is { Outcome: MergeOutcome.Refused } refused
            ? new Refusal(RefusalCode.Conflict, refused.Reason!, refused.Holder)
            : await View(personal: false);
    }

    public Task Joined(IncidentId elder, int attempt, MergeReply reply) => Settle(elder, attempt, reply);

    public async Task<Answer<IncidentView>> Unmerge(UnmergeCommand command, string by)
    {
        _takenUp = true; // it drives itself from here: its sector need not start it
        var answer = await Command(
            new MergingCommand.Unmerge(command.Redispatch, by, command.Why), command.Command, command.IfVersion, _ => null,
            course => MergeRules.Undo(course, by, command.Why, command.Redispatch, Now, command.Command));
        TellMerges();
        return answer;
    }

    public async Task Detached(IncidentId elder, int attempt)
    {
        await Execute(course => MergeRules.HearDetached(course, elder, attempt, Now), confirm: true);
        await Drive(); // it may have waited for that to close
    }

    private async Task Settle(IncidentId elder, int attempt, MergeReply reply)
    {
        await Execute(course => MergeRules.Settle(course, elder, attempt, reply, Now), confirm: true);
        if (MergeRules.IsHeldBy(State, elder, attempt))
            Incident(elder).MergeHeard(Id, attempt).Ignore();
        else if (reply.Joined)
            Incident(elder).Detach(Id, attempt).Ignore(); // a late yes to an attempt that is over
        WatchMerges();
        await Drive();
    }

    /// <summary>Says what is owed and asks for what is awaited, now and until nothing is.</summary>
    private void TellMerges()
    {
        var merges = State.Merges;
        if (merges.Pending is { } pending)
            Incident(pending.Into).Offered(Id, pending.Number).Ignore();
        if (merges.Owed is { } owed)
            Incident(owed.Into).Detach(Id, owed.Number).Ignore();
        foreach (var part in merges.Unconfirmed)
            Incident(part.Younger).Joined(Id, part.Attempt, new MergeReply(true)).Ignore();
        WatchMerges();
    }

    private void WatchMerges()
    {
        if (State.Merges.IsUnsettled)
        {
            _merging ??= this.RegisterGrainTimer(TellAgain, new GrainTimerCreationOptions(services.Options.AskAgainAfter, services.Options.AskAgainAfter));
            return;
        }

        _merging?.Dispose();
        _merging = null;
    }

    private Task TellAgain(CancellationToken cancel)
    {
        if (!IsPoisoned)
            TellMerges();
        return Task.CompletedTask;
    }

    private IIncidentGrain Incident(IncidentId id) => GrainFactory.GetGrain<IIncidentGrain>(id.Value);
}

using CityGuard.Abstractions;
using CityGuard.Abstractions.Protocol;
using CityGuard.Abstractions.Responders;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Incidents;
using CityGuard.Grains.Journaling;

namespace CityGuard.Grains.Responders;

/// <summary>Being taken from a holder. Who lost it is told at once, every second and after every start, until it has that in its journal.</summary>
internal abstract partial class ResponderGrain
{
    private static readonly TimeSpan TellAgainAfter = TimeSpan.FromSeconds(1);

    private IGrainTimer? _telling;

    public async Task<ReserveAnswer> Divert(DivertOrder order)
    {
        var before = State;
        var objection = await Execute(state => ResponderRules.Divert(state, order, Now), confirm: true);
        Settle(before);
        TellLosses();
        return Answer(objection);
    }

    public async Task<Answer<ResponderView>> ForceRelease(ForceReleaseCommand command, string by)
    {
        var before = State;
        var asked = new ForceRelease(by, command.Why, command.StaysEmpty);
        var objection = await Execute(state => ResponderRules.ForceRelease(state, asked, command.ExpectedEpoch, command.Command, Now), confirm: true);
        Settle(before);
        TellLosses();
        return objection is null ? await View() : objection.ToRefusal();
    }

    public async Task LossHeard(IncidentId incident, OperationId op) => await Execute(state => ResponderRules.HearLoss(state, incident, op, Now), confirm: true);

    private void TellLosses()
    {
        foreach (var loss in State.Owes)
            GrainFactory.GetGrain<IIncidentGrain>(loss.Incident.Value).Lost(Profile.Id, loss).Ignore();
        if (!State.Owes.IsEmpty)
        {
            _telling ??= this.RegisterGrainTimer(TellAgain, new GrainTimerCreationOptions(TellAgainAfter, TellAgainAfter));
            return;
        }

        _telling?.Dispose();
        _telling = null;
    }

    private Task TellAgain(CancellationToken cancel)
    {
        if (!IsPoisoned)
            TellLosses();
        return Task.CompletedTask;
    }

    private ReserveAnswer Answer(Domain.Journal.Objection? objection)
        => objection is null ? new(true, State.Epoch, null) : new(false, State.Epoch, objection.Holder is { } holder ? $"{objection.Reason}: {holder}" : objection.Reason);
}

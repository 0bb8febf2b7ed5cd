using CityGuard.Domain.Incidents;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Responders.Events;

namespace CityGuard.Grains.Tests.Protocol;

/// <summary>A responder's shell, as the grain's.</summary>
internal sealed class ModelResponder(Stage stage, ResponderId id, string name)
    : ModelActivation<ResponderState, ResponderEvent>(stage, EventCodec.Responders, id.Value, name, ResponderState.Initial)
{
    private DateTimeOffset Now => Stage.Now;

    public async Task Reserve(IncidentId incident, OperationId op, long expectedEpoch)
    {
        var objection = await Execute(state => ResponderRules.Reserve(state, incident, op, expectedEpoch, Now), confirm: true);
        Send(new Message.Answer(incident, id, op, objection is null, State.Epoch));
    }

    /// <param name="op">Who waits for the answer; null: nobody.</param>
    public async Task Release(IncidentId incident, long epoch, OperationId? op)
    {
        await Execute(state => ResponderRules.Release(state, incident, epoch, done: true, Now), confirm: true);
        if (op is { } waiting)
            Send(new Message.Released(incident, id, epoch, waiting));
    }

    public async Task Divert(DivertOrder order)
    {
        var objection = await Execute(state => ResponderRules.Divert(state, order, Now), confirm: true);
        TellLosses();
        Send(new Message.Answer(order.To, id, order.Op, objection is null, State.Epoch));
    }

    public async Task Force(bool staysEmpty)
    {
        await Execute(state => ResponderRules.ForceRelease(state, new ForceRelease("chief", "radio is dead", staysEmpty), null, null, Now), confirm: true);
        TellLosses();
    }

    public Task LossHeard(IncidentId incident, OperationId op) => Execute(state => ResponderRules.HearLoss(state, incident, op, Now), confirm: true);

    public Task Serve(bool inService)
        => Execute(state => inService ? ResponderRules.EnterService(state, "crew", Now, Now) : ResponderRules.LeaveService(state, "crew", Now, Now));

    /// <summary>What its timers say: it reminds its holder, and tells again what it owes.</summary>
    public void Nudge()
    {
        TellLosses();
        if (State is { Incident: { } incident, Op: { } op })
            Send(new Message.HeldBy(incident, id, op, State.Epoch));
    }

    protected override ResponderState Evolve(ResponderState state, ResponderEvent happened) => ResponderRules.Evolve(state, happened);

    private void TellLosses()
    {
        foreach (var loss in State.Owes)
            Send(new Message.Lost(loss.Incident, id, loss));
    }
}

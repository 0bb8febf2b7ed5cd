using CityGuard.Domain.Incidents;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Responders.Events;
using CityGuard.Tests.Shared;

namespace CityGuard.Grains.Tests.Protocol;

internal sealed class ModelResponder(FakeJournal journal, ResponderId id, Func<DateTimeOffset> now)
    : ModelActivation<ResponderState, ResponderEvent>(journal, EventCodec.Responders, id.Value, ResponderState.Initial)
{
    public (bool Granted, long Epoch) Reserve(IncidentId incident, OperationId op, long expectedEpoch)
    {
        var objection = Execute(state => ResponderRules.Reserve(state, incident, op, expectedEpoch, now()), confirm: true);
        return (objection is null, State.Epoch);
    }

    public void Release(IncidentId incident, long epoch) => Execute(state => ResponderRules.Release(state, incident, epoch, done: true, now()), confirm: true);

    public (bool Granted, long Epoch) Divert(DivertOrder order)
    {
        var objection = Execute(state => ResponderRules.Divert(state, order, now()), confirm: true);
        return (objection is null, State.Epoch);
    }

    public void Force(bool staysEmpty) => Execute(state => ResponderRules.ForceRelease(state, new ForceRelease("chief", "radio is dead", staysEmpty), null, null, now()));

    public void LossHeard(IncidentId incident, OperationId op) => Execute(state => ResponderRules.HearLoss(state, incident, op, now()), confirm: true);

    public void Serve(bool inService)
        => Execute(state => inService ? ResponderRules.EnterService(state, "crew", now(), now()) : ResponderRules.LeaveService(state, "crew", now(), now()));

    protected override ResponderState Evolve(ResponderState state, ResponderEvent happened) => ResponderRules.Evolve(state, happened);
}

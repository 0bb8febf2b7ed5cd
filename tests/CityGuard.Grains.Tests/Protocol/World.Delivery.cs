namespace CityGuard.Grains.Tests.Protocol;

/// <summary>What each message leads to where it arrives.</summary>
internal sealed partial class World
{
    private void DeliverAll()
    {
        const int MostInOneRound = 1_000; // actors of a city whose journal is broken may go on for ever
        for (var delivered = 0; delivered < MostInOneRound && !_stage.Network.IsEmpty; delivered++)
            _ = Turn(() => Deliver(default));
    }

    private Task Deliver(Draw draw)
    {
        if (_stage.Network.Find(draw.Actor, draw.How / 2) is not { } message)
            return Task.CompletedTask;
        if (message.To < Cast.Size)
            return _incidents[message.To].Reach(draw.Activation) is { } incident ? Deliver(message, incident) : Task.CompletedTask;
        return _responders[message.To - Cast.Size].Reach(draw.Activation) is { } responder ? Deliver(message, responder) : Task.CompletedTask;
    }

    private async Task Deliver(Message message, ModelIncident incident)
    {
        _stage.Network.Arrive(message, incident.Name);
        switch (message)
        {
            case Message.Answer m: await incident.Answered(m); break;
            case Message.Released m: await incident.WasReleased(m.Op, m.Epoch); break;
            case Message.Lost m: await incident.Lost(m); break;
            case Message.HeldBy m: incident.HeldBy(m); break;
        }
    }

    private async Task Deliver(Message message, ModelResponder responder)
    {
        _stage.Network.Arrive(message, responder.Name);
        switch (message)
        {
            case Message.Reserve m: await responder.Reserve(m.Incident, m.Op, m.ExpectedEpoch); break;
            case Message.Divert m: await responder.Divert(m.Order); break;
            case Message.Release m: await responder.Release(m.Incident, m.Epoch, m.Op); break;
            case Message.LossHeard m: await responder.LossHeard(m.Incident, m.Op); break;
        }
    }
}

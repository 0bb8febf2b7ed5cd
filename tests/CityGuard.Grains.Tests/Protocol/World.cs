using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;

namespace CityGuard.Grains.Tests.Protocol;

/// <summary>
/// Three responders, three incidents, a journal and a bad network in simulated time. Every draw is one thing that happens: a message is delivered,
/// lost or doubled, an activation dies or gets a twin, an append fails, only seems to, or arrives late, a person or a crew speaks.
/// A turn that waits for its append stands still while other things happen, and goes on when the append lands.
/// </summary>
internal sealed partial class World
{
    private readonly Stage _stage;
    private readonly Activations<ModelIncident>[] _incidents;
    private readonly Activations<ModelResponder>[] _responders;
    private readonly long[,] _believed = new long[Cast.Size, 2]; // the board: a newer and an older epoch of each responder
    private readonly List<string> _impossible = [];
    private int _underWay;

    public World(Stage stage)
    {
        _stage = stage;
        _incidents = [.. Cast.Incidents.Select(id => new Activations<ModelIncident>(Cast.Name(id), stage, name => Loaded(new ModelIncident(stage, id, name))))];
        _responders = [.. Cast.Responders.Select(id => new Activations<ModelResponder>(id.Value, stage, name => Loaded(new ModelResponder(stage, id, name))))];
        foreach (var (i, incident) in _incidents.Index())
        {
            _ = Turn(() => incident.Reach(0)!.Report(Cast.SeverityOf(i)));
            _responders[i].Reach(0);
        }
    }

    /// <summary>What no rule could follow; only a journal that breaks its contract leads there.</summary>
    public IReadOnlyList<string> Impossible => _impossible;

    public void Happen(Draw draw)
    {
        _stage.Pass(draw.Seconds);
        Arm(draw.Weather);
        _ = Turn(() => Do(draw));
        _stage.Journal.Calm(); // a fault belongs to its draw
        _stage.Story?.End();
    }

    /// <summary>What is still on its way to the journal lands.</summary>
    public void Land()
    {
        _stage.Pass(1);
        while (LandOne(0))
        {
        }

        _stage.Story?.End();
        if (_underWay != 0)
            _impossible.Add($"{_underWay} turns have not ended");
    }

    /// <summary>The weather clears: people close everything, one activation each, nothing is lost, until nothing moves any more.</summary>
    public void Settle()
    {
        _stage.Pass(1);
        _stage.Story?.Say("the weather", "clears: people close everything and nothing is lost any more");
        _stage.Curtain();
        for (var i = 0; i < Cast.Size; i++)
        {
            _incidents[i].Die();
            _responders[i].Die();
        }

        for (var round = 0; round < 60 && !IsAtRest; round++)
            foreach (var (i, incident) in _incidents.Index())
            {
                _stage.Pass(10);
                _ = Turn(() => incident.Reach(0)!.Close());
                _ = Turn(() => incident.Reach(0)!.Step(_ => null));
                _ = Turn(() =>
                {
                    _responders[i].Reach(0)!.Nudge();
                    return Task.CompletedTask;
                });
                DeliverAll();
            }
    }

    private bool IsAtRest => _stage.Network.IsEmpty
        && Array.TrueForAll(_incidents, i => i.Sole is { State.Phase: IncidentPhase.Closed } only && !only.State.Assignments.Exists(a => a.MayHold))
        && Array.TrueForAll(_responders, r => r.Sole is { State: { IsFree: true, Owes.IsEmpty: true } });

    private void Arm(AppendWeather weather)
    {
        switch (weather)
        {
            case AppendWeather.NotWritten: _stage.Journal.FailNextBeforeWrite(); break;
            case AppendWeather.AnswerLost: _stage.Journal.FailNextAfterWrite(); break;
            case AppendWeather.Stalls: _stage.Journal.StallNext(); break;
        }
    }

    /// <summary>Nobody waits here for a turn: it may stand still until its append lands.</summary>
    private async Task Turn(Func<Task> turn)
    {
        _underWay++;
        try
        {
            await turn();
        }
        catch (IOException)
        {
            // The caller has no answer. Whoever was appending is over and is replaced at the next call.
        }
        catch (Exception e)
        {
            _impossible.Add($"no rule can follow: {e.Message}");
        }

        _underWay--;
    }

    private async Task Do(Draw draw)
    {
        var (which, how) = (draw.Which, draw.How);
        switch (draw.What)
        {
            case Happening.Delivery: await Deliver(draw); return;
            case Happening.Landing: LandOne(draw.Actor); return;
            case Happening.Loss when _stage.Network.Find(draw.Actor, how) is { } lost: _stage.Network.Lose(lost); return;
            case Happening.Doubling when _stage.Network.Find(draw.Actor, how) is { } doubled: _stage.Network.Double(doubled); return;
            case Happening.Twin when draw.Actor < Cast.Size: _incidents[which].Twin(); return;
            case Happening.Twin: _responders[which].Twin(); return;
            case Happening.Death when draw.Actor < Cast.Size: _incidents[which].Die(); return;
            case Happening.Death: _responders[which].Die(); return;
            case Happening.Nudge when _responders[which].Reach(draw.Activation) is { } responder: Nudge(which, responder); return;
            case Happening.Service when _responders[which].Reach(draw.Activation) is { } responder: await responder.Serve(inService: how % 2 == 1); return;
            case Happening.Force when _responders[which].Reach(draw.Activation) is { } responder: await responder.Force(staysEmpty: how % 3 == 2); return;
            case Happening.Step or Happening.Progress or Happening.Divert or Happening.Add or Happening.Reassign or Happening.Recall or Happening.Close when _incidents[which].Reach(draw.Activation) is { } incident:
                await Do(draw, incident);
                return;
        }
    }

    private Task Do(Draw draw, ModelIncident incident) => draw.What switch
    {
        Happening.Step => incident.Step(excluded => Choose(excluded, draw.How)),
        Happening.Progress => incident.Progress((AssignmentProgress)(1 + (draw.How % 5))),
        Happening.Divert or Happening.Add or Happening.Reassign => Choose(draw.What, incident, draw.How % Cast.Size),
        Happening.Recall => incident.Recall(),
        _ => incident.Close(),
    };

    private bool LandOne(int actor) => Cast.From(actor).Any(a => _stage.Journal.Land(Cast.Stream(a)));

    /// <summary>What a board would say: somebody, with an epoch that may be out of date.</summary>
    private (ResponderId, long)? Choose(IReadOnlyCollection<ResponderId> excluded, int how)
    {
        for (var i = 0; i < Cast.Size; i++)
        {
            var r = (how + i) % Cast.Size;
            if (!excluded.Contains(Cast.Responders[r]))
                return (Cast.Responders[r], _believed[r, how / Cast.Size]);
        }

        return null;
    }

    private void Nudge(int which, ModelResponder responder)
    {
        (_believed[which, 0], _believed[which, 1]) = (responder.State.Epoch, _believed[which, 0]);
        _stage.Story?.Say("the board", $"hears that {Cast.Responders[which]} is at epoch {responder.State.Epoch}");
        responder.Nudge();
    }

    /// <summary>A person at one incident chooses a responder, free or held by another, as it was seen some moments ago.</summary>
    private Task Choose(Happening how, ModelIncident incident, int which)
    {
        if (_responders[which].Reach(0)?.State is not { } seen)
            return Task.CompletedTask;
        var (responder, free) = (Cast.Responders[which], new SeenResponder(seen.Epoch, null));
        return how switch
        {
            Happening.Add => incident.Add(responder, free),
            Happening.Reassign => incident.Reassign(responder, free),
            _ => incident.Divert(responder, new SeenHolder(seen.Incident, seen.Incident is { } held ? Cast.SeverityOf(Cast.IndexOf(held)) : default, seen.Epoch, null)),
        };
    }

    private static T Loaded<T>(T activation)
        where T : IActivation
    {
        activation.Refresh();
        return activation;
    }
}

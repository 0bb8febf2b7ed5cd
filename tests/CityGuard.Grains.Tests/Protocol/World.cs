using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;
using CityGuard.Tests.Shared;

namespace CityGuard.Grains.Tests.Protocol;

/// <summary>
/// Three responders, three incidents, a journal and a bad network in simulated time. Every number drawn is one thing that happens:
/// a message is delivered, lost or doubled, an activation dies or gets a twin, an append fails or only seems to, a person or a crew speaks.
/// </summary>
internal sealed class World
{
    private const int Size = 3;

    private readonly IncidentId[] _incidentIds = [.. Enumerable.Range(0, Size).Select(i => IncidentReports.IdOf("model", $"{i}"))];
    private readonly ResponderId[] _responderIds = [.. Enumerable.Range(1, Size).Select(i => ResponderId.Parse($"p-C-000{i}"))];
    private readonly List<ModelIncident>[] _incidents = [.. Enumerable.Range(0, Size).Select(_ => new List<ModelIncident>())];
    private readonly List<ModelResponder>[] _responders = [.. Enumerable.Range(0, Size).Select(_ => new List<ModelResponder>())];
    private readonly long[,] _believed = new long[Size, 2]; // the board: an older and a newer epoch of each responder
    private readonly List<Message> _network = [];
    private DateTimeOffset _now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    public World(FakeJournal journal)
    {
        Journal = journal;
        for (var i = 0; i < Size; i++)
            Incident(i, 0).Report();
    }

    public FakeJournal Journal { get; }

    public IReadOnlyList<IncidentId> Incidents => _incidentIds;

    public IReadOnlyList<ResponderId> Responders => _responderIds;

    public void Happen(uint draw)
    {
        _now = _now.AddSeconds(draw % 7);
        var (what, which, how) = ((int)(draw % 36), (int)(draw / 36 % Size), (int)(draw / 108 % 97));
        try
        {
            switch (what)
            {
                case < 11: DeliverOne(how); break;
                case < 18: Incident(which, how).Step(_network.Add, excluded => Choose(excluded, how)); break;
                case 18: Lose(how); break;
                case 19: Double(how); break;
                case 20: Twin(which, how); break;
                case 21: Die(which, how); break;
                case 22: Journal.FailNextBeforeWrite(); break;
                case 23: Journal.FailNextAfterWrite(); break;
                case 24 or 25: Nudge(which, how); break;
                case 26: Responder(which, how).Serve(inService: how % 2 == 0); break;
                case 27: Incident(which, how).Recall(); break;
                case 28: Incident(which, how).Close(); break;
                case 32: Force(which, how); break;
                case 33 or 34 or 35: Divert(which, how); break;
                default: Incident(which, how).Progress((AssignmentProgress)(1 + (how % 5))); break;
            }
        }
        catch (IOException)
        {
            // The caller has no answer. Whoever was appending is poisoned and is replaced at the next call.
        }
    }

    /// <summary>The weather clears: people close everything, one activation each, nothing is lost, until nothing moves any more.</summary>
    public void Settle()
    {
        for (var round = 0; round < 60 && !IsAtRest; round++)
            for (var i = 0; i < Size; i++)
                try
                {
                    _now = _now.AddSeconds(10);
                    Only(_incidents[i], () => NewIncident(i)).Close();
                    Incident(i, 0).Step(_network.Add, _ => null);
                    Only(_responders[i], () => NewResponder(i));
                    Nudge(i, 0);
                    while (_network.Count > 0)
                        DeliverOne(0);
                }
                catch (IOException)
                {
                    // A fault that was still waiting.
                }
    }

    private bool IsAtRest => _network.Count == 0
        && _incidents.All(i => i is [{ IsPoisoned: false, State.Phase: IncidentPhase.Closed } only] && !only.State.Assignments.Exists(a => a.MayHold))
        && _responders.All(r => r is [{ IsPoisoned: false, State: { IsFree: true, Owes.IsEmpty: true } }]);

    private void DeliverOne(int how)
    {
        if (_network.Count == 0)
            return;
        var message = _network[how % _network.Count];
        _network.Remove(message);
        var (i, r) = (Array.IndexOf(_incidentIds, message.Incident), Array.IndexOf(_responderIds, message.Responder));
        switch (message)
        {
            case Message.Reserve m:
                var (granted, epoch) = Responder(r, how).Reserve(m.Incident, m.Op, m.ExpectedEpoch);
                _network.Add(new Message.Answer(m.Incident, m.Responder, m.Op, granted, epoch));
                break;
            case Message.Answer m:
                Incident(i, how).Answered(_network.Add, m);
                break;
            case Message.Release m:
                Responder(r, how).Release(m.Incident, m.Epoch);
                if (m.Op is { } op)
                    _network.Add(new Message.Released(m.Incident, m.Responder, m.Epoch, op));
                break;
            case Message.Released m:
                Incident(i, how).WasReleased(m.Op, m.Epoch);
                break;
            case Message.Divert m:
                var (diverted, at) = Responder(r, how).Divert(m.Order);
                TellLosses(r, how);
                _network.Add(new Message.Answer(m.Incident, m.Responder, m.Order.Op, diverted, at));
                break;
            case Message.Lost m:
                Incident(i, how).Lost(_network.Add, m);
                break;
            case Message.LossHeard m:
                Responder(r, how).LossHeard(m.Incident, m.Op);
                break;
            case Message.HeldBy m:
                Incident(i, how).HeldBy(_network.Add, m);
                break;
        }
    }

    /// <summary>What a board would say: somebody, with an epoch that may be out of date.</summary>
    private (ResponderId, long)? Choose(IReadOnlyCollection<ResponderId> excluded, int how)
    {
        for (var i = 0; i < Size; i++)
        {
            var r = (how + i) % Size;
            if (!excluded.Contains(_responderIds[r]))
                return (_responderIds[r], _believed[r, how / Size % 2]);
        }

        return null;
    }

    private void Nudge(int which, int how)
    {
        var responder = Responder(which, how);
        (_believed[which, 0], _believed[which, 1]) = (_believed[which, 1], responder.State.Epoch);
        TellLosses(which, how);
        if (responder.State is { Incident: { } incident, Op: { } op })
            _network.Add(new Message.HeldBy(incident, _responderIds[which], op, responder.State.Epoch));
    }

    private void Force(int which, int how)
    {
        Responder(which, how).Force(staysEmpty: how % 3 == 0);
        TellLosses(which, how);
    }

    /// <summary>A person at one incident wants whom another holds, as it was seen some moments ago.</summary>
    private void Divert(int which, int how)
    {
        var r = how % Size;
        var seen = Responder(r, how).State;
        var severity = seen.Incident is { } holder ? SeverityOf(Array.IndexOf(_incidentIds, holder)) : default;
        Incident(which, how).Divert(_responderIds[r], new SeenHolder(seen.Incident, severity, seen.Epoch, null));
    }

    private void TellLosses(int which, int how)
    {
        foreach (var loss in Responder(which, how).State.Owes)
            _network.Add(new Message.Lost(loss.Incident, _responderIds[which], loss));
    }

    private static IncidentSeverity SeverityOf(int incident) => (IncidentSeverity)incident;

    private void Lose(int how)
    {
        if (_network.Count > 0)
            _network.RemoveAt(how % _network.Count);
    }

    private void Double(int how)
    {
        if (_network.Count > 0)
            _network.Add(_network[how % _network.Count]);
    }

    // A second activation, as a membership that disagrees with itself makes it. From now on calls reach either.
    private void Twin(int which, int how)
    {
        if (how % 2 == 0)
            _incidents[which].Add(NewIncident(which));
        else
            _responders[which].Add(NewResponder(which));
    }

    private void Die(int which, int how)
    {
        if (how % 2 == 0)
            _incidents[which].Clear();
        else
            _responders[which].Clear();
    }

    private ModelIncident Incident(int which, int how) => OneOf(_incidents[which], how, () => NewIncident(which));

    private ModelResponder Responder(int which, int how) => OneOf(_responders[which], how, () => NewResponder(which));

    private ModelIncident NewIncident(int which) => Loaded(new ModelIncident(Journal, _incidentIds[which], SeverityOf(which), () => _now), fresh => fresh.Refresh());

    private ModelResponder NewResponder(int which) => Loaded(new ModelResponder(Journal, _responderIds[which], () => _now), fresh => fresh.Refresh());

    private static T Loaded<T>(T activation, Func<T, bool> refresh)
    {
        refresh(activation);
        return activation;
    }

    private static T OneOf<T>(List<T> activations, int how, Func<T> create)
        where T : class
    {
        activations.RemoveAll(a => a is ModelIncident { IsPoisoned: true } or ModelResponder { IsPoisoned: true });
        if (activations.Count == 0)
            activations.Add(create());
        return activations[how % activations.Count];
    }

    private static T Only<T>(List<T> activations, Func<T> create)
        where T : class
    {
        activations.Clear();
        activations.Add(create());
        return activations[0];
    }
}

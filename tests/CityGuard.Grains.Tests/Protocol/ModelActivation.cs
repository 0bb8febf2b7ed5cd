using CityGuard.Domain.Journal;

namespace CityGuard.Grains.Tests.Protocol;

/// <summary>
/// One activation as the base grain makes it: a cached picture, appends under its version, poisoned by an unknown outcome. Its turn stands still
/// where the grain's can matter: while an append is on its way. A read needs no such place: what is decided after it is appended under the version
/// that was read or said by a message that may be late, so that a slow read shows nothing that a stalled append or a late message does not.
/// </summary>
internal abstract class ModelActivation<TState, TEvent>(Stage stage, EventCodec<TEvent> codec, string stream, string name, TState empty) : IActivation
    where TState : class
    where TEvent : class
{
    private long _version;
    private bool _isDead;

    protected Stage Stage => stage;

    public string Name => name;

    public TState State { get; private set; } = empty;

    public bool IsBusy { get; private set; }

    public bool IsOver { get; private set; }

    public void Die() => _isDead = IsOver = true;

    public bool Refresh()
    {
        var before = _version;
        foreach (var stored in stage.Journal.Read(stream, _version).GetAwaiter().GetResult())
            (State, _version) = (Evolve(State, codec.Decode(stored.Json)!), stored.Version);
        return _version != before;
    }

    protected void Send(Message message) => stage.Network.Send(message, name);

    protected abstract TState Evolve(TState state, TEvent happened);

    /// <exception cref="IOException">This activation is over, and whoever asked has no answer.</exception>
    protected async Task<Objection?> Execute(Func<TState, Decision<TEvent>> decide, bool confirm = false)
    {
        // The grain steps aside after three conflicts in one turn. Here nobody writes between a conflict and the second try, which is one step.
        while (true)
        {
            var decision = decide(State);
            if (decision.Events.Count == 0)
            {
                if (!confirm || !Refresh())
                    return decision.Objection;
                stage.Story?.Say(name, "reads what another has written");
                confirm = false;
                continue;
            }

            if (await Append(decision.Events))
                return null;
            Refresh();
        }
    }

    private async Task<bool> Append(IReadOnlyList<TEvent> events)
    {
        var entries = events.Select(e => codec.Encode(Guid.CreateVersion7().ToString("N"), e)).ToArray();
        var append = stage.Journal.Append(stream, _version, entries, new StreamHead(null));
        var stalled = !append.IsCompleted;
        AppendResult result;
        try
        {
            if (stalled)
                Stall(events);
            result = await append;
        }
        catch (IOException)
        {
            Lose(events, isWritten: stage.Journal.Read(stream, 0).GetAwaiter().GetResult().Any(e => e.EventId == entries[0].EventId));
            throw;
        }
        finally
        {
            IsBusy = false;
        }

        if (stalled)
            Land(result);
        Tell(events, result, stalled);
        if (_isDead)
            throw new IOException("nobody is left to hear of it");
        if (result != AppendResult.Appended)
            return false;
        (State, _version) = (events.Aggregate(State, Evolve), _version + events.Count);
        return true;
    }

    private void Stall(IReadOnlyList<TEvent> events)
    {
        IsBusy = true;
        stage.Bites.Stalled++;
        stage.Story?.Say(name, $"{Phrases.Of(events)} by an append that stalls");
    }

    private void Land(AppendResult result)
    {
        if (_isDead)
            stage.Bites.LandedOrphaned++;
        if (result == AppendResult.Conflict)
            stage.Bites.LandedLate++;
        else
            stage.Bites.LandedInTime++;
    }

    private void Lose(IReadOnlyList<TEvent> events, bool isWritten)
    {
        IsOver = true;
        stage.Bites.Poisoned++;
        if (isWritten)
            stage.Bites.AnswersLost++;
        else
            stage.Bites.Unwritten++;
        stage.Story?.Say(name, $"{Phrases.Of(events)}: the journal {(isWritten ? "took it, but the answer was lost" : "did not take it, and did not say so")}; this activation is poisoned");
    }

    private void Tell(IReadOnlyList<TEvent> events, AppendResult result, bool stalled)
    {
        if (result == AppendResult.Conflict)
            stage.Bites.Conflicts++;
        if (stage.Story is not { } story)
            return;
        var isFirst = stage.Journal.ReadHead(stream).GetAwaiter().GetResult()!.Version == _version + events.Count;
        var does = Phrases.Of(events) + (result == AppendResult.Conflict ? ", but another wrote first: a conflict" : isFirst ? "" : ", and the journal takes it although another wrote first");
        if (stalled)
            story.Turn($"the stalled append{(_isDead ? " of a dead writer" : "")} lands", name, does);
        else
            story.Say(name, does);
    }
}

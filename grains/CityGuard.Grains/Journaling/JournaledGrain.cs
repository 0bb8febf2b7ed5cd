using CityGuard.Domain.Journal;
using CityGuard.Grains.Hosting;

namespace CityGuard.Grains.Journaling;

/// <summary>
/// An actor whose state is what its journal stream says. Rules decide on the state; facts are appended under the version
/// the decision saw. Nothing is ever appended that was decided on an older picture.
/// </summary>
internal abstract class JournaledGrain<TState, TEvent>(IJournal journal, EventCodec<TEvent> codec, TState empty) : Grain
    where TState : class
    where TEvent : class
{
    private const int TriesInOneTurn = 3;

    private TState _state = empty;
    private Condition _condition;

    private enum Condition : byte
    {
        Sound,
        ReadOnly,
        Poisoned,
    }

    /// <summary>Version of the last fact in <see cref="State"/>.</summary>
    protected long Version { get; private set; }

    /// <summary>Immutable, so that a query between two awaits of a command sees one whole picture.</summary>
    /// <exception cref="ActivationPoisonedException">An append had an unknown outcome: this activation knows nothing any more.</exception>
    protected TState State => _condition == Condition.Poisoned ? throw new ActivationPoisonedException(Stream) : _state;

    protected bool IsPoisoned => _condition == Condition.Poisoned;

    /// <summary>The stream holds a kind of fact that this code does not know: nothing is appended to it here.</summary>
    protected bool IsReadOnly => _condition == Condition.ReadOnly;

    protected abstract string Stream { get; }

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await Turn.Begin();
        await Load(cancellationToken);
    }

    protected abstract TState Evolve(TState state, TEvent happened);

    /// <summary>What the head says once the stream has this state.</summary>
    protected abstract StreamHead Head(TState state, long version);

    /// <summary>The state of a snapshot; null when this code does not know its shape.</summary>
    protected virtual TState? Restore(ReadOnlyMemory<byte> snapshot) => null;

    /// <summary>Decides, appends, and on conflict reloads and decides again.</summary>
    /// <param name="decide">A pure rule; asked once per picture.</param>
    /// <param name="confirm">True: when there is nothing to append, the head is read before that is believed.</param>
    protected async Task<Objection?> Execute(Func<TState, Decision<TEvent>> decide, bool confirm = false)
    {
        for (var tries = 0; tries < TriesInOneTurn;)
        {
            var decision = decide(State);
            if (decision.Events.Count == 0)
            {
                if (!confirm || !await Refresh())
                    return decision.Objection;
                confirm = false;
                continue;
            }

            if (IsReadOnly)
                return new Objection(ObjectionKind.Conflict, $"stream {Stream} holds a kind of fact that this version does not know: it is read-only here");
            if (await Append(decision.Events))
                return null;
            tries++;
            await Refresh();
        }

        // Somebody else writes this stream as fast as we do: two activations. Stepping aside lets the directory settle it.
        DeactivateOnIdle();
        throw new ActivationContendedException(Stream);
    }

    /// <summary>Catches up with the journal; true when there was something new.</summary>
    protected async Task<bool> Refresh()
    {
        var before = Version;
        try
        {
            await Load(CancellationToken.None);
        }
        catch
        {
            Poison();
            throw;
        }

        return Version != before;
    }

    private async Task<bool> Append(IReadOnlyList<TEvent> events)
    {
        var next = _state;
        var entries = new JournalEntry[events.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            next = Evolve(next, events[i]);
            entries[i] = codec.Encode(Guid.CreateVersion7().ToString("N"), events[i]);
        }

        var version = Version + entries.Length;
        try
        {
            if (await journal.Append(Stream, Version, entries, Head(next, version)) != AppendResult.Appended)
                return false;
        }
        catch
        {
            Poison();
            throw;
        }

        (_state, Version) = (next, version);
        return true;
    }

    private async Task Load(CancellationToken cancel)
    {
        if (await journal.ReadHead(Stream, cancel) is not { } head || head.Version == Version)
            return;
        if (Version == 0 && head.Snapshot is { IsEmpty: false } snapshot && Restore(snapshot) is { } restored)
            (_state, Version) = (restored, head.SnapshotVersion);
        if (head.Version == Version)
            return;
        foreach (var stored in await journal.Read(Stream, Version, cancel))
        {
            if (codec.Decode(stored.Json) is not { } happened)
            {
                _condition = Condition.ReadOnly;
                return;
            }

            (_state, Version) = (Evolve(_state, happened), stored.Version);
        }
    }

    private void Poison()
    {
        _condition = Condition.Poisoned;
        DeactivateOnIdle();
    }
}

using CityGuard.Domain.Journal;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace CityGuard.Grains.Journaling;

/// <summary>
/// An actor whose state is what its journal stream says. Rules decide on the state; facts are appended under the version
/// the decision saw. Nothing is ever appended that was decided on an older picture.
/// </summary>
internal abstract class JournaledGrain<TState, TEvent>(IJournal journal, EventCodec<TEvent> codec, TState empty) : Grain
    where TState : class
    where TEvent : class
{
    /// <summary>How often an actor that looks into the journal by itself does so at most.</summary>
    protected static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(30);

    private const int TriesInOneTurn = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

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

    private JournalWatcher Watcher => ServiceProvider.GetRequiredService<JournalWatcher>();

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

    /// <summary>These facts were appended just now, and <see cref="State"/> is what they made of the state before: for those who look on. Must not throw.</summary>
    protected virtual void Happened(TState before, IReadOnlyList<TEvent> facts)
    {
    }

    /// <summary>
    /// Decides, appends, and on conflict reloads and decides again. A refusal is told only after the head was read: an activation that others have overtaken would refuse
    /// for reasons that are over, and no append would find it out.
    /// </summary>
    /// <param name="decide">A pure rule; asked once per picture.</param>
    /// <param name="confirm">True: that there is nothing to append is believed only then, too.</param>
    protected async Task<Objection?> Execute(Func<TState, Decision<TEvent>> decide, bool confirm = false)
    {
        var isConfirmed = false;
        for (var tries = 0; tries < TriesInOneTurn;)
        {
            var decision = decide(State);
            if (decision.Events.Count == 0)
            {
                if (isConfirmed || (!confirm && decision.Objection is null) || !await Refresh())
                    return decision.Objection;
                isConfirmed = true;
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

    /// <summary>Catches up if the journal answers within a second; if not, what is known stays what it was. True when there was something new.</summary>
    protected async Task<bool> CatchUp(TimeProvider time)
    {
        var version = Version;
        using var patience = new CancellationTokenSource(Patience, time);
        try
        {
            await Load(patience.Token);
        }
#pragma warning disable CA1031 // each fact was taken in whole or not at all; that the journal does not answer, health tells
        catch (Exception)
#pragma warning restore CA1031
        {
            // The next look tries again.
        }

        return Version != version;
    }

    private async Task<bool> Append(IReadOnlyList<TEvent> events)
    {
        var (before, next) = (_state, _state);
        var entries = new JournalEntry[events.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            next = Evolve(next, events[i]);
            entries[i] = codec.Encode(Guid.CreateVersion7().ToString("N"), events[i]);
        }

        var version = Version + entries.Length;
        try
        {
            if (await Watcher.Watch(journal.Append(Stream, Version, entries, Head(next, version))) != AppendResult.Appended)
                return false;
        }
        catch
        {
            Poison();
            throw;
        }

        // A question that interleaves may have read these very facts, and more, meanwhile.
        if (Version < version)
            (_state, Version) = (next, version);
        Happened(before, events);
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
            if (stored.Version <= Version)
                continue; // another question, interleaved with this one, was quicker
            if (codec.Decode(stored.Json) is not { } happened)
            {
                if (!IsPoisoned) // by an append whose outcome became unknown while this was read
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

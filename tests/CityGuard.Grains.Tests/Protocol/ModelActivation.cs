using CityGuard.Domain.Journal;
using CityGuard.Tests.Shared;

namespace CityGuard.Grains.Tests.Protocol;

/// <summary>One activation as the base grain makes it: a cached picture, appends under its version, poisoned by an unknown outcome.</summary>
internal abstract class ModelActivation<TState, TEvent>(FakeJournal journal, EventCodec<TEvent> codec, string stream, TState empty)
    where TState : class
    where TEvent : class
{
    private long _version;

    public TState State { get; private set; } = empty;

    public bool IsPoisoned { get; private set; }

    protected abstract TState Evolve(TState state, TEvent happened);

    public bool Refresh()
    {
        var before = _version;
        foreach (var stored in journal.Read(stream, _version).GetAwaiter().GetResult())
            (State, _version) = (Evolve(State, codec.Decode(stored.Json)!), stored.Version);
        return _version != before;
    }

    /// <exception cref="IOException">The outcome is unknown; this activation is finished.</exception>
    protected Objection? Execute(Func<TState, Decision<TEvent>> decide, bool confirm = false)
    {
        while (true)
        {
            var decision = decide(State);
            if (decision.Events.Count == 0)
            {
                if (!confirm || !Refresh())
                    return decision.Objection;
                confirm = false;
                continue;
            }

            if (Append(decision.Events))
                return null;
            Refresh();
        }
    }

    private bool Append(IReadOnlyList<TEvent> events)
    {
        var entries = events.Select(e => codec.Encode(Guid.CreateVersion7().ToString("N"), e)).ToArray();
        try
        {
            if (journal.Append(stream, _version, entries, new StreamHead(null)).GetAwaiter().GetResult() != AppendResult.Appended)
                return false;
        }
        catch (IOException)
        {
            IsPoisoned = true;
            throw;
        }

        (State, _version) = (events.Aggregate(State, Evolve), _version + events.Count);
        return true;
    }
}

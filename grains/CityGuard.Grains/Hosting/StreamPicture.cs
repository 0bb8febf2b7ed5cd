using CityGuard.Domain.Journal;

namespace CityGuard.Grains.Hosting;

/// <summary>What a stream of the journal says, for those who read it and never write it.</summary>
internal sealed class StreamPicture<TState, TEvent>(IJournal journal, string stream, EventCodec<TEvent> codec, TState empty, Func<TState, TEvent, TState> evolve)
    where TEvent : class
{
    /// <summary>As last read.</summary>
    public TState State { get; private set; } = empty;

    /// <summary>Version of the last fact in <see cref="State"/>.</summary>
    public long Version { get; private set; }

    /// <summary>Catches up. Facts of a kind that this code does not know are passed over.</summary>
    public async Task Read(CancellationToken cancel)
    {
        if (await journal.ReadHead(stream, cancel) is not { } head || head.Version == Version)
            return;
        // Both or neither: a fact that cannot be read now must not count as read.
        var (state, version) = (State, Version);
        foreach (var stored in await journal.Read(stream, Version, cancel))
        {
            if (codec.Decode(stored.Json) is { } happened)
                state = evolve(state, happened);
            version = stored.Version;
        }

        (State, Version) = (state, version);
    }
}

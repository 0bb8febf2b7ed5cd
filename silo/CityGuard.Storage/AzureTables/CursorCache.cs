using System.Collections.Concurrent;

namespace CityGuard.Storage.AzureTables;

/// <summary>
/// Where the streams stood when this process last wrote or read them. A stale one does no harm: the append under it is refused by the
/// service and read back. It only saves the reading.
/// </summary>
internal sealed class CursorCache
{
    private const int Most = 65_536;

    private readonly ConcurrentDictionary<string, StreamCursor> _cursors = new(StringComparer.Ordinal);

    public StreamCursor? Find(string stream) => _cursors.GetValueOrDefault(stream);

    public void Keep(string stream, StreamCursor cursor)
    {
        // Who writes seldom is asked for again; who writes often is back at once.
        if (_cursors.Count >= Most)
            _cursors.Clear();
        _cursors[stream] = cursor;
    }

    public void Forget(string stream) => _cursors.TryRemove(stream, out _);
}

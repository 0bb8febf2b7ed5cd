using System.Collections.Concurrent;

namespace CityGuard.Storage.Secrets;

/// <summary>Believes what it has read for some seconds: a far store is not asked at every call, and what was taken away elsewhere counts soon after.</summary>
public sealed class BelievedFiles(ISecretFiles inner, TimeProvider time, TimeSpan believed) : ISecretFiles
{
    private const int Most = 50_000;

    private readonly ConcurrentDictionary<(string Folder, string Name), (byte[]? Bytes, long Since)> _read = new();

    public async ValueTask<byte[]?> Read(string folder, string name, CancellationToken cancel = default)
    {
        // What is not there may be there at once: only what was found is believed.
        if (_read.TryGetValue((folder, name), out var hit) && time.GetElapsedTime(hit.Since) < believed)
            return hit.Bytes;
        _read.TryRemove((folder, name), out _);
        if (await inner.Read(folder, name, cancel).ConfigureAwait(false) is not { } bytes)
            return null;
        if (_read.Count >= Most)
            _read.Clear();
        _read[(folder, name)] = (bytes, time.GetTimestamp());
        return bytes;
    }

    public ValueTask<IReadOnlyList<string>> List(string folder, CancellationToken cancel = default) => inner.List(folder, cancel);

    public ValueTask<bool> TryWriteNew(string folder, string name, ReadOnlyMemory<byte> bytes, CancellationToken cancel = default) => inner.TryWriteNew(folder, name, bytes, cancel);

    public ValueTask<byte[]?> Take(string folder, string name, CancellationToken cancel = default)
    {
        _read.TryRemove((folder, name), out _);
        return inner.Take(folder, name, cancel);
    }

    public ValueTask<bool> Delete(string folder, string name, CancellationToken cancel = default)
    {
        _read.TryRemove((folder, name), out _);
        return inner.Delete(folder, name, cancel);
    }
}

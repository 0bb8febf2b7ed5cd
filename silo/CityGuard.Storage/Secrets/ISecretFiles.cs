namespace CityGuard.Storage.Secrets;

/// <summary>Small secrets by folder and name: API keys, people, sign-in links, the keys that sign. Names are of letters, digits, <c>. - _</c>; folders too.</summary>
public interface ISecretFiles
{
    /// <summary>Null when there is none.</summary>
    ValueTask<byte[]?> Read(string folder, string name, CancellationToken cancel = default);

    /// <summary>Names in a folder, in no order.</summary>
    ValueTask<IReadOnlyList<string>> List(string folder, CancellationToken cancel = default);

    /// <summary>Writes, whole or not at all, only where there is nothing yet; of two who try at once, one is told false.</summary>
    ValueTask<bool> TryWriteNew(string folder, string name, ReadOnlyMemory<byte> bytes, CancellationToken cancel = default);

    /// <summary>Reads and deletes: of two who try at once, one gets null.</summary>
    ValueTask<byte[]?> Take(string folder, string name, CancellationToken cancel = default);

    /// <summary>False when there was nothing.</summary>
    ValueTask<bool> Delete(string folder, string name, CancellationToken cancel = default);
}

using System.Collections.Concurrent;
using CityGuard.Storage.Sqlite;

namespace CityGuard.Storage.Embedded;

/// <summary>Connections that only read; with a write-ahead log they neither wait for the writer nor hold it up.</summary>
internal sealed class ReadPool(string file, int most) : IDisposable
{
    private readonly SemaphoreSlim _free = new(most);
    private readonly ConcurrentBag<JournalQueries> _idle = [];

    public async Task<T> Query<T>(Func<JournalQueries, T> query, CancellationToken cancel)
    {
        await _free.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => Run(query), cancel).ConfigureAwait(false);
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var queries))
            queries.Dispose();
        _free.Dispose();
    }

    private T Run<T>(Func<JournalQueries, T> query)
    {
        try
        {
            var queries = _idle.TryTake(out var idle) ? idle : new JournalQueries(Database.OpenForReading(file));
            // Not in a finally: a connection that met a fault is not used again.
            var answer = query(queries);
            _idle.Add(queries);
            return answer;
        }
        catch (SqliteFault fault)
        {
            throw fault.ToStorageException();
        }
    }
}

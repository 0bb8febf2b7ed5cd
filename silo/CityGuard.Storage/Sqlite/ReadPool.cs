using System.Collections.Concurrent;

namespace CityGuard.Storage.Sqlite;

/// <summary>Connections that only read; with a write-ahead log they neither wait for the writer nor hold it up.</summary>
internal sealed class ReadPool<TQueries>(string file, int most, Func<Database, TQueries> prepare) : IDisposable
    where TQueries : class, IDisposable
{
    private readonly SemaphoreSlim _free = new(most);
    private readonly ConcurrentBag<TQueries> _idle = [];

    public async Task<T> Query<T>(Func<TQueries, T> query, CancellationToken cancel)
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

    private T Run<T>(Func<TQueries, T> query)
    {
        TQueries? queries = null;
        try
        {
            queries = _idle.TryTake(out var idle) ? idle : Connect();
            var answer = query(queries);
            _idle.Add(queries);
            return answer;
        }
        catch (Exception e)
        {
            // A connection that met a fault is not used again.
            queries?.Dispose();
            throw e is SqliteFault fault ? fault.ToStorageException() : e;
        }
    }

    private TQueries Connect()
    {
        var connection = Database.OpenForReading(file);
        try
        {
            return prepare(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}

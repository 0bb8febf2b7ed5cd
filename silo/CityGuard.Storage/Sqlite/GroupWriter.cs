using System.Threading.Channels;

namespace CityGuard.Storage.Sqlite;

/// <summary>
/// The one writer of a file: a thread that takes whatever waits, writes it as one transaction and answers after its commit.
/// Its first fault is its last: what was under way is unknown, everything after it is refused, and the process must start again.
/// </summary>
internal sealed class GroupWriter<T> : IAsyncDisposable
    where T : Waiting
{
    private const int MostWaiting = 16_384;
    private const int MostInOneCommit = 2_048;

    private readonly Channel<T> _waiting = Channel.CreateBounded<T>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly TaskCompletionSource<StorageException> _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Database _database;
    private readonly IBatchCommit<T> _commit;
    private readonly Checkpointer _checkpointer;

    /// <summary>Owns all three from here on.</summary>
    public GroupWriter(Database database, IBatchCommit<T> commit, Checkpointer checkpointer)
    {
        _database = database;
        _commit = commit;
        _checkpointer = checkpointer;
        new Thread(Run) { IsBackground = true, Name = $"writer of {Path.GetFileName(database.File)}" }.Start();
    }

    /// <summary>Ends, with the reason, when nothing can be written any more.</summary>
    public Task<StorageException> Failed => _failed.Task;

    public async ValueTask Enqueue(T request, CancellationToken cancel)
    {
        try
        {
            await _waiting.Writer.WriteAsync(request, cancel).ConfigureAwait(false);
        }
        catch (ChannelClosedException e)
        {
            throw new StorageFailedException(_failed.Task.IsCompletedSuccessfully ? $"Nothing is written any more since: {_failed.Task.Result.Message}" : $"{_database.File} is closed.", e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _ended.Task.ConfigureAwait(false);
        _checkpointer.Dispose();
        _commit.Dispose();
        // As the last connection it moves the log into the database.
        _database.Dispose();
    }

    private void Run()
    {
        var batch = new List<T>(MostInOneCommit);
        try
        {
            while (_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            {
                Take(batch);
                _commit.Write(batch);
                foreach (var request in batch)
                    request.Tell();
                batch.Clear();
                _checkpointer.AfterCommit(_database);
            }
        }
        catch (Exception e)
        {
            Fail(e as StorageException ?? (e as SqliteFault)?.ToStorageException() ?? new StorageFailedException($"{_database.File}: {e.Message}", e), batch);
        }
        finally
        {
            _ended.SetResult();
        }
    }

    private void Take(List<T> batch)
    {
        while (batch.Count < MostInOneCommit && _waiting.Reader.TryRead(out var request))
            batch.Add(request);
    }

    private void Fail(StorageException why, List<T> underWay)
    {
        _failed.SetResult(why);
        _waiting.Writer.TryComplete();
        foreach (var request in underWay)
            request.Refuse(why);
        while (_waiting.Reader.TryRead(out var request))
            request.Refuse(why);
    }
}

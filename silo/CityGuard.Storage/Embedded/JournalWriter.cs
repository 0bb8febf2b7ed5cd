using System.Threading.Channels;
using CityGuard.Storage.Sqlite;

namespace CityGuard.Storage.Embedded;

/// <summary>
/// The one writer: a thread that takes whatever waits, writes it as one transaction and answers after its commit.
/// Its first fault is its last: what was under way is unknown, everything after it is refused, and the process must start again.
/// </summary>
internal sealed class JournalWriter : IAsyncDisposable
{
    private const int MostWaiting = 16_384;
    private const int MostInOneCommit = 2_048;

    private readonly Channel<AppendRequest> _waiting = Channel.CreateBounded<AppendRequest>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly TaskCompletionSource<StorageException> _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Database _database;
    private readonly JournalCommit _commit;
    private readonly Checkpointer _checkpointer;

    public JournalWriter(Database database, Checkpointer checkpointer)
    {
        _database = database;
        _checkpointer = checkpointer;
        _commit = new JournalCommit(database);
        new Thread(Run) { IsBackground = true, Name = "journal writer" }.Start();
    }

    /// <summary>Ends, with the reason, when the journal can no longer be written to.</summary>
    public Task<StorageException> Failed => _failed.Task;

    public async ValueTask Enqueue(AppendRequest request, CancellationToken cancel)
    {
        try
        {
            await _waiting.Writer.WriteAsync(request, cancel).ConfigureAwait(false);
        }
        catch (ChannelClosedException e)
        {
            throw new StorageFailedException(_failed.Task.IsCompletedSuccessfully ? $"The journal has failed: {_failed.Task.Result.Message}" : "The journal is closed.", e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _ended.Task.ConfigureAwait(false);
        _commit.Dispose();
        _database.Dispose();
    }

    private void Run()
    {
        var batch = new List<AppendRequest>(MostInOneCommit);
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

    private void Take(List<AppendRequest> batch)
    {
        while (batch.Count < MostInOneCommit && _waiting.Reader.TryRead(out var request))
            batch.Add(request);
    }

    private void Fail(StorageException why, List<AppendRequest> underWay)
    {
        _failed.SetResult(why);
        _waiting.Writer.TryComplete();
        foreach (var request in underWay)
            request.Refuse(why);
        while (_waiting.Reader.TryRead(out var request))
            request.Refuse(why);
    }
}

using CityGuard.Domain.Journal;
using CityGuard.Storage.Sqlite;

namespace CityGuard.Storage.Embedded;

/// <summary>The journal of the embedded mode: one SQLite file, one writer with group commit, readers beside it.</summary>
public sealed class SqliteJournal : IJournal, IAsyncDisposable
{
    private const int Readers = 4;

    private readonly DataFolderLock _lock;
    private readonly GroupWriter<AppendRequest> _writer;
    private readonly ReadPool<JournalQueries> _readers;

    private SqliteJournal(DataFolder folder, DataFolderLock held)
    {
        _lock = held;
        var database = JournalSchema.Open(folder.Journal);
        _writer = new GroupWriter<AppendRequest>(database, new JournalCommit(database), new Checkpointer(folder.Journal));
        _readers = new ReadPool<JournalQueries>(folder.Journal, Readers, connection => new JournalQueries(connection));
    }

    /// <summary>Ends, with the reason, once the journal can no longer be written to: the process must stop and start again.</summary>
    public Task<StorageException> Failed => _writer.Failed;

    /// <summary>Takes the folder's lock and opens its journal, making both when they are absent.</summary>
    /// <exception cref="StorageException">In use, damaged, full or not writable; the message is one readable line.</exception>
    public static SqliteJournal Open(DataFolder folder)
    {
        var held = DataFolderLock.Take(folder.Create());
        try
        {
            return new SqliteJournal(folder, held);
        }
        catch (SqliteFault fault)
        {
            held.Dispose();
            throw fault.ToStorageException();
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    public async Task<AppendResult> Append(string stream, long expectedVersion, IReadOnlyList<JournalEntry> entries, StreamHead head, CancellationToken cancel = default)
    {
        AppendRules.Check(stream, expectedVersion, entries, head);
        var request = new AppendRequest(stream, expectedVersion, entries, head);
        await _writer.Enqueue(request, cancel).ConfigureAwait(false);
        return await request.Answer.WaitAsync(cancel).ConfigureAwait(false);
    }

    public Task<HeadRecord?> ReadHead(string stream, CancellationToken cancel = default)
        => _readers.Query(q => q.Head(stream), cancel);

    public Task<IReadOnlyList<StoredEntry>> Read(string stream, long afterVersion, CancellationToken cancel = default)
        => _readers.Query(q => q.Events(stream, afterVersion), cancel);

    public Task<IReadOnlyList<string>> Open(string sector, CancellationToken cancel = default)
        => _readers.Query(q => q.Open(sector), cancel);

    public Task<bool> IsEmpty(CancellationToken cancel = default) => _readers.Query(q => q.IsEmpty(), cancel);

    public async ValueTask DisposeAsync()
    {
        _readers.Dispose();
        await _writer.DisposeAsync().ConfigureAwait(false);
        _lock.Dispose();
    }
}

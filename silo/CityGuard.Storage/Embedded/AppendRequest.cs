using CityGuard.Domain.Journal;
using CityGuard.Storage.Sqlite;

namespace CityGuard.Storage.Embedded;

/// <summary>One append on its way to the writer.</summary>
internal sealed class AppendRequest(string stream, long expectedVersion, IReadOnlyList<JournalEntry> entries, StreamHead head) : Waiting<AppendResult>
{
    public string Stream => stream;

    public long ExpectedVersion => expectedVersion;

    public IReadOnlyList<JournalEntry> Entries => entries;

    public StreamHead Head => head;
}

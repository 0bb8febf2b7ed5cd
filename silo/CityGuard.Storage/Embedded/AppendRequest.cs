using CityGuard.Domain.Journal;

namespace CityGuard.Storage.Embedded;

/// <summary>One append on its way to the writer.</summary>
internal sealed class AppendRequest(string stream, long expectedVersion, IReadOnlyList<JournalEntry> entries, StreamHead head)
{
    // Continuations run elsewhere: the writer has the next commit to make.
    private readonly TaskCompletionSource<AppendResult> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Stream => stream;

    public long ExpectedVersion => expectedVersion;

    public IReadOnlyList<JournalEntry> Entries => entries;

    public StreamHead Head => head;

    /// <summary>Decided within the transaction, told only after its commit.</summary>
    public AppendResult Outcome { get; set; }

    public Task<AppendResult> Answer => _answer.Task;

    public void Tell() => _answer.TrySetResult(Outcome);

    public void Refuse(Exception why) => _answer.TrySetException(why);
}

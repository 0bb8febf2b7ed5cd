namespace CityGuard.Storage.Sqlite;

/// <summary>Something that waits for the next commit.</summary>
internal abstract class Waiting
{
    /// <summary>After the commit: it is durable.</summary>
    public abstract void Tell();

    public abstract void Refuse(Exception why);
}

/// <summary>Something that waits for the next commit, and what became of it.</summary>
internal abstract class Waiting<TAnswer> : Waiting
{
    // Continuations run elsewhere: the writer has the next commit to make.
    private readonly TaskCompletionSource<TAnswer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Decided within the transaction, told only after its commit.</summary>
    public TAnswer? Outcome { get; set; }

    public Task<TAnswer> Answer => _answer.Task;

    public override void Tell() => _answer.TrySetResult(Outcome!);

    public override void Refuse(Exception why) => _answer.TrySetException(why);
}

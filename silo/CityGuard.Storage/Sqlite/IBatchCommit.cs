namespace CityGuard.Storage.Sqlite;

/// <summary>Writes a batch as one transaction, on the writer's thread.</summary>
internal interface IBatchCommit<T> : IDisposable
    where T : Waiting
{
    /// <summary>Durable when it returns. What breaks a rule of the tables is refused and leaves the batch; any other fault is the writer's end.</summary>
    void Write(List<T> batch);
}

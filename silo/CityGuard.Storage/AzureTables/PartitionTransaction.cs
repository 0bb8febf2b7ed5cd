using Azure;
using Azure.Data.Tables;

namespace CityGuard.Storage.AzureTables;

/// <summary>
/// Writes that happen whole or not at all. They must be of one partition: the real service refuses others, but not every stand-in of it does,
/// so it is refused here.
/// </summary>
internal sealed class PartitionTransaction(string partition)
{
    private const int MostActions = 100;

    private readonly List<TableTransactionAction> _actions = [];

    public PartitionTransaction Add(TableEntity row) => With(TableTransactionActionType.Add, row, default);

    /// <summary>Writes the properties that are given and leaves the others.</summary>
    public PartitionTransaction Merge(TableEntity row, ETag ifMatch) => With(TableTransactionActionType.UpdateMerge, row, ifMatch);

    public PartitionTransaction Put(TableEntity row) => With(TableTransactionActionType.UpsertReplace, row, default);

    public PartitionTransaction Delete(string row, ETag ifMatch) => With(TableTransactionActionType.Delete, new TableEntity(partition, row), ifMatch);

    /// <summary>The new tag of the last row written; null when the service did not tell.</summary>
    public async Task<ETag?> Submit(TableClient table, CancellationToken cancel)
    {
        var answers = await table.SubmitTransactionAsync(_actions, cancel).ConfigureAwait(false);
        return answers.Value[^1].Headers.ETag;
    }

    private PartitionTransaction With(TableTransactionActionType action, TableEntity row, ETag ifMatch)
    {
        if (row.PartitionKey != partition)
            throw new InvalidOperationException($"A transaction of {partition} cannot write to {row.PartitionKey}: two partitions never change together.");
        if (_actions.Count == MostActions)
            throw new InvalidOperationException($"A transaction of {partition} holds {MostActions} writes at most.");
        _actions.Add(new TableTransactionAction(action, row, ifMatch));
        return this;
    }
}

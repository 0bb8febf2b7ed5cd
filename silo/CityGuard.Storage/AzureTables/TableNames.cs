using Azure.Data.Tables;

namespace CityGuard.Storage.AzureTables;

/// <summary>The tables of one cluster.</summary>
internal sealed class TableNames(TableServiceClient service, string cluster)
{
    /// <summary>Events and heads; partition: stream.</summary>
    public TableClient Journal => Table("journal");

    /// <summary>Open work; partition: sector.</summary>
    public TableClient Open => Table("open");

    /// <summary>Keys and boxes of personal data; partition: incident, and reference.</summary>
    public TableClient Vault => Table("vault");

    /// <summary>Last positions; partition: a bucket of responders.</summary>
    public TableClient Positions => Table("positions");

    /// <summary>API keys, people, links and the keys that sign; partition: folder.</summary>
    public TableClient Secrets => Table("keys");

    public IEnumerable<TableClient> All => [Journal, Open, Vault, Positions, Secrets];

    private TableClient Table(string name) => service.GetTableClient(cluster + name);
}

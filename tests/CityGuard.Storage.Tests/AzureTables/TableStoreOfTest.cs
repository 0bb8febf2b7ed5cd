using CityGuard.Storage.AzureTables;
using CityGuard.Tests.Shared;

namespace CityGuard.Storage.Tests.AzureTables;

/// <summary>Tables of a test's own in the server that all share.</summary>
internal sealed class TableStoreOfTest
{
    private readonly TableServer _server;

    public TableStoreOfTest(TableServer server)
    {
        _server = server;
        Address = new TableAddress(server.Connection, TableServer.NewCluster());
    }

    public TableAddress Address { get; }

    public Task<TableStore> Open(TimeProvider? time = null, HttpPipelineTransportFactory? transport = null)
        => TableStore.Open(Address, time ?? TimeProvider.System, transport, Xunit.TestContext.Current.CancellationToken);

    /// <summary>The test's own hand on the tables.</summary>
    public Azure.Data.Tables.TableClient Table(string name) => new(_server.Connection, Address.Cluster + name);
}

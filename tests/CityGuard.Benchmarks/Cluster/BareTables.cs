using System.Diagnostics;
using Azure.Data.Tables;
using CityGuard.Tests.Shared;

namespace CityGuard.Benchmarks.Cluster;

/// <summary>What the table service itself takes: an event and a head in one transaction, by the library alone. The measure of all that follows.</summary>
internal static class BareTables
{
    private const int Writers = 32;
    private static readonly TimeSpan During = TimeSpan.FromSeconds(10);

    public static async Task<double> TransactionsPerSecond(TableServer server)
    {
        var table = new TableClient(server.Connection, TableServer.NewCluster() + "bare");
        await table.CreateAsync();
        var (clock, done) = (Stopwatch.StartNew(), 0);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
        {
            for (var n = 0; clock.Elapsed < During; n++)
            {
                var stream = $"{writer}-{n}";
                await table.SubmitTransactionAsync([
                    new TableTransactionAction(TableTransactionActionType.Add, new TableEntity(stream, "e1") { ["json"] = new byte[400], ["hash"] = new byte[32] }),
                    new TableTransactionAction(TableTransactionActionType.Add, new TableEntity(stream, "head") { ["version"] = 1L, ["hash"] = new byte[32] }),
                ]);
                Interlocked.Increment(ref done);
            }
        }));
        return done / clock.Elapsed.TotalSeconds;
    }
}

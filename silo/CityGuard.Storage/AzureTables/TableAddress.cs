using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;

namespace CityGuard.Storage.AzureTables;

/// <summary>Where a cluster keeps its tables: a storage account and a name that all tables of the cluster begin with.</summary>
/// <param name="Connection">A connection string, or the address of the account (<c>https://...</c>), which is then entered by managed identity.</param>
/// <param name="Cluster">3 to 20 lower-case letters and digits, a letter first: what a table's name may hold.</param>
public sealed partial record TableAddress(string Connection, string Cluster)
{
    /// <summary>The address without its secrets, for people.</summary>
    public string Account => Service().Uri is { } uri ? $"{uri.Scheme}://{uri.Authority}{uri.AbsolutePath.TrimEnd('/')}" : "";

    /// <exception cref="FormatException">The connection string or the cluster's name cannot be; the message is one readable line.</exception>
    public TableAddress Checked()
    {
        if (!ClusterName().IsMatch(Cluster))
            throw new FormatException($"'{Cluster}' is no name of a cluster: 3 to 20 lower-case letters and digits, a letter first.");
        _ = Service();
        return this;
    }

    internal TableServiceClient Service(HttpPipelineTransportFactory? transport = null)
    {
        try
        {
            var options = TableRetries.Options(transport);
            return Uri.TryCreate(Connection, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && !Connection.Contains(';', StringComparison.Ordinal)
                ? Entered(uri, options)
                : new TableServiceClient(Connection, options);
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException or IndexOutOfRangeException)
        {
            // The text of the fault may repeat the string, and with it its key.
            throw new FormatException("The connection string of the tables cannot be read: it is 'DefaultEndpointsProtocol=...;AccountName=...;AccountKey=...' as the account's page shows it, or 'https://ACCOUNT.table.core.windows.net' for a managed identity.");
        }
    }

    private static TableServiceClient Entered(Uri uri, TableClientOptions options)
        => uri.Query.Contains("sig=", StringComparison.Ordinal) ? new TableServiceClient(uri, options) // a shared access signature carries its own proof
            : uri.Scheme == "https" ? new TableServiceClient(uri, new DefaultAzureCredential() as TokenCredential, options)
            : throw new FormatException("a managed identity is only ever shown over https");

    [GeneratedRegex("^[a-z][a-z0-9]{2,19}$")]
    private static partial Regex ClusterName();
}

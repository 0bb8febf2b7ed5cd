using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace CityGuard.Tests.Shared;

/// <summary>
/// A table service in place of Azure's: Azurite, in memory. It loses everything when it is killed and is never a store; stopped and continued, it is
/// a service that hangs.
/// </summary>
public sealed partial class TableServer : ServerProcess
{
    private const string Account = "cityguardtests";
    private readonly string _key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));

    public string Connection => ConnectionWith(_key);

    /// <summary>As somebody has it who typed the key wrong.</summary>
    public string WrongConnection => ConnectionWith(Convert.ToBase64String(new byte[64]));

    /// <summary>A name for a cluster that nobody else has in this server.</summary>
    public static string NewCluster() => "t" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));

    protected override ProcessStartInfo Command()
    {
        var program = Path.Combine(Servers(), "node_modules", "azurite", "dist", "src", "table", "main.js");
        if (!File.Exists(program))
            throw new InvalidOperationException("the table service is not installed: run tests/setup");
        var start = new ProcessStartInfo("node", [program, "--tableHost", Address, "--tablePort", $"{Port}", "--inMemoryPersistence", "--skipApiVersionCheck", "--silent", "--disableTelemetry"]);
        start.Environment["AZURITE_ACCOUNTS"] = $"{Account}:{_key}";
        return start;
    }

    private string ConnectionWith(string key) => $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={key};TableEndpoint=http://{Address}:{Port}/{Account};";

    private static string Servers([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "Servers"));
}

using System.Globalization;
using System.Net;
using CityGuard.Silo.Cluster;
using CityGuard.Storage.AzureTables;

namespace CityGuard.Silo.Commands;

/// <summary>
/// Settings of a cluster: from a JSON file, and over it from the environment (<c>CITYGUARD_REDIS</c> and so on). Connection strings hold secrets,
/// so they are never options of the command line, which every user of a machine can read.
/// </summary>
internal sealed class NodeSettings
{
    private const string Prefix = "CITYGUARD_";
    private const string ClusterName = "cluster", Redis = "redis", RedisAuthority = "redisAuthority", Tables = "tables", Endpoint = "endpoint", GatewayPort = "gatewayPort", Certificate = "certificate", CertificateKey = "certificateKey", Authority = "authority";
    private static readonly string[] Known = [ClusterName, Redis, RedisAuthority, Tables, Endpoint, GatewayPort, Certificate, CertificateKey, Authority];

    private readonly IConfiguration _values;

    private NodeSettings(IConfiguration values) => _values = values;

    /// <exception cref="CommandException">The file cannot be read, or says something that is no setting.</exception>
    public static NodeSettings Read(string? file)
    {
        var builder = new ConfigurationBuilder();
        if (file is not null)
            builder.AddConfiguration(ReadFile(Path.GetFullPath(file)));
        return new NodeSettings(builder.AddEnvironmentVariables(Prefix).Build());
    }

    /// <summary>Where the tables are: all that the commands beside the host need.</summary>
    /// <exception cref="FormatException">The connection string or the name cannot be.</exception>
    public TableAddress TableAddress => new TableAddress(Required(Tables, "the connection string of Azure Tables"), _values[ClusterName] ?? "cityguard").Checked();

    /// <param name="endpoint">From the command line; null: as set.</param>
    /// <param name="clock">Against which certificates are held.</param>
    public ClusterSettings ForNode(string? endpoint, TimeProvider clock)
    {
        var redis = new RedisAddress(Required(Redis, "the connection string of Redis"), _values[RedisAuthority]).Checked();
        var settings = new ClusterSettings { Name = _values[ClusterName] ?? "cityguard", Redis = redis, Tables = TableAddress, GatewayPort = Port() };
        if ((endpoint ?? _values[Endpoint]) is { } text)
            settings = settings with { Endpoint = ParseEndpoint(text) };
        var files = new[] { _values[Certificate], _values[CertificateKey], _values[Authority] };
        if (files.All(f => f is not null))
            return settings with { Certificates = NodeCertificates.Load(files[0]!, files[1]!, files[2]!, clock) };
        if (files.Any(f => f is not null))
            throw new CommandException(ExitCodes.Input, $"certificates are three files: set all of {Certificate}, {CertificateKey} and {Authority}.");
        if (!IPAddress.IsLoopback(settings.Endpoint.Address))
            throw new CommandException(ExitCodes.Input, $"the endpoint {settings.Endpoint} is not on loopback, and whoever reaches it could join the cluster: set {Certificate}, {CertificateKey} and {Authority}.");
        return settings;
    }

    private static IConfiguration ReadFile(string file)
    {
        if (!File.Exists(file))
            throw new CommandException(ExitCodes.Input, $"there is no settings file {file}.");
        try
        {
            var read = new ConfigurationBuilder().AddJsonFile(file).Build();
            var unknown = read.GetChildren().Select(c => c.Key).FirstOrDefault(key => !Known.Contains(key, StringComparer.OrdinalIgnoreCase));
            return unknown is null ? read : throw new CommandException(ExitCodes.Input, $"{file} sets '{unknown}', which is no setting; they are {string.Join(", ", Known)}.");
        }
        catch (Exception e) when (e is InvalidDataException or FormatException)
        {
            throw new CommandException(ExitCodes.Input, $"{file} is no JSON: {(e.InnerException ?? e).Message}", e);
        }
    }

    private static IPEndPoint ParseEndpoint(string text)
        => IPEndPoint.TryParse(text, out var endpoint) && endpoint.Port > 0 && !endpoint.Address.Equals(IPAddress.Any) && !endpoint.Address.Equals(IPAddress.IPv6Any)
            ? endpoint
            : throw new CommandException(ExitCodes.Input, $"'{text}' is no endpoint of a silo: the address by which the others reach this machine, and a port, as 10.0.0.5:11111.");

    private int Port()
        => _values[GatewayPort] is not { } text ? 0
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535 ? port
            : throw new CommandException(ExitCodes.Input, $"'{text}' is no {GatewayPort}: 1 to 65535.");

    private string Required(string key, string what)
        => _values[key] is { Length: > 0 } value ? value
            : throw new CommandException(ExitCodes.Input, $"cluster mode needs {what}: set {Prefix}{key.ToUpperInvariant()}, or '{key}' in the file of --settings.");
}

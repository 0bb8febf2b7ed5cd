using System.CommandLine;
using CityGuard.Storage;
using CityGuard.Storage.AzureTables;
using CityGuard.Storage.Secrets;

namespace CityGuard.Silo.Commands;

/// <summary>Where the city keeps what it keeps: a data folder, or the tables of a cluster. The same options for the host and for every command beside it.</summary>
internal sealed class StoreOptions
{
    private const string Embedded = "embedded", Cluster = "cluster";

    private readonly Option<string> _mode = CommonOptions.OneOf("--mode", "The whole city in one process with a data folder, or one node of a cluster.", Embedded, Cluster);
    private readonly Option<string> _data = CommonOptions.Data();
    private readonly Option<string?> _settings = CommonOptions.Settings();

    public static StoreOptions On(Command command)
    {
        var options = new StoreOptions();
        command.Options.Add(options._mode);
        command.Options.Add(options._data);
        command.Options.Add(options._settings);
        return options;
    }

    public bool IsCluster(ParseResult parsed) => parsed.GetRequiredValue(_mode) == Cluster;

    public string Data(ParseResult parsed) => Path.GetFullPath(parsed.GetRequiredValue(_data));

    public NodeSettings Settings(ParseResult parsed) => NodeSettings.Read(parsed.GetValue(_settings));

    /// <summary>Keys, people and links; made where there are none yet.</summary>
    public async Task<ISecretFiles> Secrets(ParseResult parsed, CancellationToken cancel)
        => IsCluster(parsed) ? (await Tables(parsed, cancel)).Secrets : new FolderFiles(Data(parsed));

    /// <summary>The tables of the cluster, made where there are none yet.</summary>
    public Task<TableStore> Tables(ParseResult parsed, CancellationToken cancel) => TableStore.Open(Settings(parsed).TableAddress, TimeProvider.System, cancel: cancel);

    /// <summary>The tables of the cluster, for those who only read.</summary>
    public Task<TableStore> ExistingTables(ParseResult parsed, CancellationToken cancel) => TableStore.Existing(Settings(parsed).TableAddress, TimeProvider.System, cancel);

    public DataFolder Folder(ParseResult parsed) => new(Data(parsed));
}

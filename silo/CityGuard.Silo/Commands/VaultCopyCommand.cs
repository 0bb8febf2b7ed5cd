using System.CommandLine;
using CityGuard.Silo.Hosting;
using CityGuard.Storage;
using CityGuard.Storage.AzureTables;
using CityGuard.Storage.Reading;
using CityGuard.Storage.Vault;

namespace CityGuard.Silo.Commands;

/// <summary>
/// <c>cityguard vault copy</c>: personal data follows the journal when a city moves, from store to store and never by a file. Both stores are always named, and
/// the direction is a word of its own: a default would one day copy the wrong way.
/// </summary>
internal static class VaultCopyCommand
{
    private const string Cluster = "cluster", Folder = "folder";

    public static Command Create()
    {
        var to = new Option<string>("--to") { Description = "Where it goes: into the tables of the cluster, or into the data folder. It comes from the other of the two.", Required = true };
        to.AcceptOnlyFromAmong(Cluster, Folder);
        var data = new Option<string>("--data") { Description = "The data folder.", Required = true };
        var settings = CommonOptions.Settings();
        var command = new Command("copy", "Carries all personal data between a data folder and a cluster, sealed as it is, after the journal: what is erased on either side stays erased. Also beside a running city.") { to, data, settings };
        command.SetAction(async (parsed, cancel) =>
        {
            var folder = new DataFolder(parsed.GetRequiredValue(data)).Existing();
            var tables = await TableStore.Existing(NodeSettings.Read(parsed.GetValue(settings)).TableAddress, TimeProvider.System, cancel);
            await SameJournal.Prove(folder, tables, cancel);
            return Told(await Copy(folder, tables.Vault, parsed.GetRequiredValue(to) == Cluster, cancel));
        });
        return command;
    }

    private static async Task<VaultCopyReport> Copy(DataFolder folder, TableVault tables, bool intoCluster, CancellationToken cancel)
    {
        await using var vault = intoCluster ? SqliteVault.Existing(folder) : SqliteVault.Open(folder);
        VaultCopyReport? report = null;
        await ProgressBar.ShowAsync("Copying", async bar =>
        {
            var progress = new Relay<double>(share => bar.Report(new("personal data", share)));
            report = await (intoCluster ? VaultCopy.Run(vault, tables, progress, cancel) : VaultCopy.Run(tables, vault, progress, cancel));
        });
        return report!;
    }

    private static int Told(VaultCopyReport report)
    {
        Console.WriteLine($"{report.Incidents:N0} incidents and tickets, {report.Texts:N0} texts copied; {report.Erased:N0} erased");
        foreach (var incident in report.Refused)
            Console.Error.WriteLine($"cityguard: {incident} has another key in the target already; there it was left as it is.");
        return report.Refused.Count == 0 ? ExitCodes.Ok : ExitCodes.Input;
    }
}

using System.CommandLine;
using CityGuard.Domain.Journal;
using CityGuard.Silo.Hosting;
using CityGuard.Storage.AzureTables;
using CityGuard.Storage.Embedded;
using CityGuard.Storage.Reading;

namespace CityGuard.Silo.Commands;

/// <summary><c>cityguard journal verify|export|import|backup</c>: reads as of one moment, so while the city runs too.</summary>
internal static class JournalCommand
{
    public static Command Create() => new("journal", "The journal, the one truth.") { Verify(), Export(), Import(), Backup() };

    private static Command Verify()
    {
        var acked = new Option<string?>("--acked") { Description = "File of acknowledged facts, one a line: kind, id, version, operation. Each must be there." };
        var quiescent = new Option<bool>("--quiescent") { Description = "Also: nothing may be pending." };
        var command = new Command("verify", "Checks versions, hash chains and the protocol's invariants.") { acked, quiescent };
        var store = StoreOptions.On(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var options = new VerifyOptions(parsed.GetValue(acked) is { } file ? VerifyOptions.ReadAcked(file) : [], parsed.GetValue(quiescent));
            await using var source = await Source(store, parsed, cancel);
            var report = await Shown("Verifying", progress => JournalVerifier.Run(source, options, progress, cancel));
            foreach (var violation in report.Violations)
                Console.WriteLine(violation);
            Console.WriteLine($"{report.Streams:N0} streams, {report.Events:N0} events, {report.Acked:N0} acknowledged facts: {report.Violations.Count} violations");
            return report.IsWhole ? ExitCodes.Ok : ExitCodes.Input;
        });
        return command;
    }

    private static Command Export()
    {
        var output = new Option<string>("--out") { Description = "File to write, one JSON object a line; must not exist yet.", Required = true };
        var command = new Command("export", "Writes all events as JSON lines, of one moment; personal data is not in them.") { output };
        var store = StoreOptions.On(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var file = parsed.GetRequiredValue(output);
            if (File.Exists(file))
                throw new CommandException(ExitCodes.Input, $"there is a file {file} already.");
            await using var source = await Source(store, parsed, cancel);
            await Whole(file, into => Shown("Exporting", async progress =>
            {
                await JournalExport.Write(source, into, progress, cancel);
                return ExitCodes.Ok;
            }));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Import()
    {
        var input = new Option<string>("--in") { Description = "File that export wrote.", Required = true };
        var command = new Command("import", "Puts an export into an empty journal under the same hashes; the city must not run. Personal data is not in it: vault copy carries it after.") { input };
        var store = StoreOptions.On(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var file = parsed.GetRequiredValue(input);
            if (!File.Exists(file))
                throw new CommandException(ExitCodes.Input, $"there is no file {file}.");
            await using var embedded = store.IsCluster(parsed) ? null : SqliteJournal.Open(store.Folder(parsed));
            IJournal into = embedded is not null ? embedded : (await store.Tables(parsed, cancel)).Journal;
            var (streams, events) = await Shown("Importing", progress => JournalImport.Run(file, into, progress, cancel));
            Console.WriteLine($"{streams:N0} streams, {events:N0} events imported");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Backup()
    {
        var data = CommonOptions.Data();
        var output = new Option<string>("--out") { Description = "Data folder to copy the journal into.", Required = true };
        var command = new Command("backup", "Copies the journal of a data folder as it stands, also beside a running city; of a cluster, use export. The vault stays where it is.") { data, output };
        command.SetAction(parsed =>
        {
            using var reader = JournalReader.Open(new(parsed.GetRequiredValue(data)));
            reader.BackUp(new(parsed.GetRequiredValue(output)));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static async Task<JournalSource> Source(StoreOptions store, ParseResult parsed, CancellationToken cancel)
        => store.IsCluster(parsed) ? await TableReader.Open(await store.ExistingTables(parsed, cancel), cancel) : JournalReader.Open(store.Folder(parsed));

    /// <summary>The file has its name only once it is whole and on the disk.</summary>
    private static async Task Whole(string file, Func<Stream, Task> write)
    {
        var part = $"{file}.{Environment.ProcessId}.part"; // somebody else may export to the same name
        try
        {
            await using (var into = new FileStream(part, FileMode.Create, FileAccess.Write))
            {
                await write(into);
                into.Flush(flushToDisk: true);
            }

            File.Move(part, file);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static async Task<T> Shown<T>(string what, Func<IProgress<VerifyProgress>, Task<T>> work)
    {
        T? answer = default;
        await ProgressBar.ShowAsync(what, async progress => answer = await work(new Relay<VerifyProgress>(p => progress.Report(new("streams", p.Of == 0 ? 0 : (double)p.Streams / p.Of)))));
        return answer!;
    }
}

using System.CommandLine;
using CityGuard.Silo.Hosting;
using CityGuard.Storage;
using CityGuard.Storage.Reading;

namespace CityGuard.Silo.Commands;

/// <summary><c>cityguard journal verify|export|backup</c>: reads without the lock, so while the city runs too.</summary>
internal static class JournalCommand
{
    public static Command Create() => new("journal", "The journal, the one truth.") { Verify(), Export(), Backup() };

    private static Command Verify()
    {
        var data = CommonOptions.Data();
        var acked = new Option<string?>("--acked") { Description = "File of acknowledged facts, one a line: kind, id, version, operation. Each must be there." };
        var quiescent = new Option<bool>("--quiescent") { Description = "Also: nothing may be pending." };
        var command = new Command("verify", "Checks versions, hash chains and the protocol's invariants.") { data, acked, quiescent };
        command.SetAction(parsed =>
        {
            var options = new VerifyOptions(parsed.GetValue(acked) is { } file ? VerifyOptions.ReadAcked(file) : [], parsed.GetValue(quiescent));
            VerifyReport? report = null;
            ProgressBar.Show("Verifying", progress => report = JournalVerifier.Run(
                new DataFolder(parsed.GetRequiredValue(data)), options, new Relay<VerifyProgress>(p => progress.Report(new("streams", p.Of == 0 ? 1 : (double)p.Streams / p.Of)))));
            foreach (var violation in report!.Violations)
                Console.WriteLine(violation);
            Console.WriteLine($"{report.Streams:N0} streams, {report.Events:N0} events, {report.Acked:N0} acknowledged facts: {report.Violations.Count} violations");
            return report.IsWhole ? ExitCodes.Ok : ExitCodes.Input;
        });
        return command;
    }

    private static Command Export()
    {
        var data = CommonOptions.Data();
        var output = new Option<string>("--out") { Description = "File to write, one JSON object a line; must not exist yet.", Required = true };
        var command = new Command("export", "Writes all events as JSON lines; personal data is not in them.") { data, output };
        command.SetAction(parsed =>
        {
            using var reader = JournalReader.Open(new DataFolder(parsed.GetRequiredValue(data)));
            using var file = new FileStream(parsed.GetRequiredValue(output), FileMode.CreateNew, FileAccess.Write);
            reader.Export(file);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Backup()
    {
        var data = CommonOptions.Data();
        var output = new Option<string>("--out") { Description = "Data folder to copy the journal into.", Required = true };
        var command = new Command("backup", "Copies the journal as it stands, also beside a running city. The vault stays where it is.") { data, output };
        command.SetAction(parsed =>
        {
            using var reader = JournalReader.Open(new DataFolder(parsed.GetRequiredValue(data)));
            reader.BackUp(new DataFolder(parsed.GetRequiredValue(output)));
            return ExitCodes.Ok;
        });
        return command;
    }

    /// <summary>Unlike <see cref="Progress{T}"/>, reports in order on the caller's own thread.</summary>
    private sealed class Relay<T>(Action<T> report) : IProgress<T>
    {
        public void Report(T value) => report(value);
    }
}

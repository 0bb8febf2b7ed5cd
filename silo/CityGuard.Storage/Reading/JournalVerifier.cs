using CityGuard.Storage.Sqlite;

namespace CityGuard.Storage.Reading;

/// <summary>Proves a journal, or names what is wrong with it. Needs no lock: it reads the journal of one moment.</summary>
public static class JournalVerifier
{
    private const int StreamsBetweenReports = 1_000;

    /// <exception cref="StorageException">There is no journal, or the file cannot be read at all.</exception>
    public static VerifyReport Run(DataFolder folder, VerifyOptions options, IProgress<VerifyProgress>? progress = null, CancellationToken cancel = default)
    {
        using var reader = JournalReader.Open(folder);
        try
        {
            return Run(reader, options, progress, cancel);
        }
        catch (SqliteFault fault)
        {
            throw fault.ToStorageException();
        }
    }

    private static VerifyReport Run(JournalReader reader, VerifyOptions options, IProgress<VerifyProgress>? progress, CancellationToken cancel)
    {
        var violations = new List<string>();
        var structure = new StructureCheck(reader.Database, violations);
        var domain = new DomainCheck(options.Acked, violations);
        structure.Check();
        var of = reader.Database.ReadInt64("SELECT count(*) FROM streams") ?? 0;
        long streams = 0, events = 0;
        foreach (var stream in reader.Streams())
        {
            cancel.ThrowIfCancellationRequested();
            var stored = reader.Events(stream).ToList();
            structure.CheckChain(stream, stored);
            domain.Check(stream, stored);
            events += stored.Count;
            if (++streams % StreamsBetweenReports == 0)
                progress?.Report(new VerifyProgress(streams, of));
        }

        progress?.Report(new VerifyProgress(streams, of));
        return new VerifyReport(streams, events, options.Acked.Count, [.. violations, .. domain.Finish(options.Quiescent)]);
    }
}

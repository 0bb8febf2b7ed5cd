using CityGuard.Storage.Sqlite;

namespace CityGuard.Storage.Reading;

/// <summary>Proves a journal, or names what is wrong with it. Needs no lock: it reads the journal of one moment.</summary>
public static class JournalVerifier
{
    private const int StreamsBetweenReports = 1_000;

    /// <summary>Of a data folder.</summary>
    /// <exception cref="StorageException">There is no journal, or the file cannot be read at all.</exception>
    public static VerifyReport Run(DataFolder folder, VerifyOptions options, IProgress<VerifyProgress>? progress = null, CancellationToken cancel = default)
    {
        using var reader = JournalReader.Open(folder);
        return Run(reader, options, progress, cancel).GetAwaiter().GetResult(); // a file is read without waiting
    }

    /// <exception cref="StorageException">The journal cannot be read at all.</exception>
    public static async Task<VerifyReport> Run(JournalSource source, VerifyOptions options, IProgress<VerifyProgress>? progress = null, CancellationToken cancel = default)
    {
        try
        {
            return await Check(source, options, progress, cancel).ConfigureAwait(false);
        }
        catch (SqliteFault fault)
        {
            throw fault.ToStorageException();
        }
    }

    private static async Task<VerifyReport> Check(JournalSource source, VerifyOptions options, IProgress<VerifyProgress>? progress, CancellationToken cancel)
    {
        var violations = new List<string>();
        var domain = new DomainCheck(options.Acked, violations);
        source.CheckWhole(violations);
        long streams = 0, events = 0;
        await foreach (var read in source.Streams(cancel).ConfigureAwait(false))
        {
            violations.AddRange(read.Faults);
            if (read.ListFault is { } listFault)
                violations.Add(listFault);
            ChainCheck.Check(read.Stream, read.Events, violations);
            domain.Check(read.Stream, read.Events);
            events += read.Events.Count;
            if (++streams % StreamsBetweenReports == 0)
                progress?.Report(new VerifyProgress(streams, source.Count ?? 0));
        }

        progress?.Report(new VerifyProgress(streams, streams));
        return new VerifyReport(streams, events, options.Acked.Count, [.. violations, .. domain.Finish(options.Quiescent)]);
    }
}

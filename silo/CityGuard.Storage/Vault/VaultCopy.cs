using System.Collections.Concurrent;
using CityGuard.Domain.Incidents;
using CityGuard.Storage.AzureTables;

namespace CityGuard.Storage.Vault;

/// <summary>
/// Carries personal data from one store into the other, straight: keys and sealed boxes never lie in a file between them, and no box is opened on the way. What is erased on
/// either side ends erased in the target. What broke off is gone on with by copying again.
/// </summary>
public static class VaultCopy
{
    private const int AtOnce = 16;

    /// <summary>From a data folder into a cluster.</summary>
    /// <exception cref="StorageException">A store cannot be read or written; the message is one readable line.</exception>
    public static Task<VaultCopyReport> Run(SqliteVault from, TableVault to, IProgress<double>? progress = null, CancellationToken cancel = default) => Run((IVaultStore)from, to, progress, cancel);

    /// <summary>From a cluster into a data folder.</summary>
    /// <exception cref="StorageException">A store cannot be read or written; the message is one readable line.</exception>
    public static Task<VaultCopyReport> Run(TableVault from, SqliteVault to, IProgress<double>? progress = null, CancellationToken cancel = default) => Run((IVaultStore)from, to, progress, cancel);

    internal static async Task<VaultCopyReport> Run(IVaultStore from, IVaultStore to, IProgress<double>? progress, CancellationToken cancel)
    {
        var known = await from.List(cancel).ConfigureAwait(false);
        var copied = new ConcurrentDictionary<IncidentId, Copied>();
        long done = 0;
        await Each(known, async (kept, stop) =>
        {
            copied[kept.Incident] = kept.IsErased ? await Erase(kept.Incident, to, stop).ConfigureAwait(false) : await Copy(kept.Incident, from, to, stop).ConfigureAwait(false);
            progress?.Report((double)Interlocked.Increment(ref done) / known.Count);
        }, cancel).ConfigureAwait(false);

        // The source may be in use: what was erased there while this ran has gone over before its erasure.
        var erasedMeanwhile = (await from.List(cancel).ConfigureAwait(false)).Where(kept => kept.IsErased && !(copied.TryGetValue(kept.Incident, out var one) && one.Outcome == VaultOutcome.Erased));
        await Each(erasedMeanwhile, async (kept, stop) => copied[kept.Incident] = await Erase(kept.Incident, to, stop).ConfigureAwait(false), cancel).ConfigureAwait(false);
        return Report(copied);
    }

    private static async Task<Copied> Copy(IncidentId incident, IVaultStore from, IVaultStore to, CancellationToken cancel)
    {
        var found = await from.Read(incident, cancel).ConfigureAwait(false);
        if (found.Key is null)
            return await Erase(incident, to, cancel).ConfigureAwait(false);
        return new Copied(await to.Take(found, cancel).ConfigureAwait(false), found.Texts.Count);
    }

    private static async Task<Copied> Erase(IncidentId incident, IVaultStore to, CancellationToken cancel)
    {
        await to.Erase(incident, cancel).ConfigureAwait(false);
        return new Copied(VaultOutcome.Erased, 0);
    }

    private static Task Each(IEnumerable<KeptIncident> some, Func<KeptIncident, CancellationToken, ValueTask> act, CancellationToken cancel)
        => Parallel.ForEachAsync(some, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, act);

    private static VaultCopyReport Report(ConcurrentDictionary<IncidentId, Copied> copied)
    {
        var kept = copied.Values.Where(one => one.Outcome == VaultOutcome.Done).ToList();
        return new VaultCopyReport(
            kept.Count, kept.Sum(one => (long)one.Texts), copied.Values.LongCount(one => one.Outcome == VaultOutcome.Erased),
            [.. copied.Where(one => one.Value.Outcome == VaultOutcome.OtherKey).Select(one => one.Key).OrderBy(incident => incident.Value, StringComparer.Ordinal)]);
    }

    private readonly record struct Copied(VaultOutcome Outcome, int Texts);
}

/// <summary>What is in the target now of what the source holds.</summary>
/// <param name="Incidents">Incidents and tickets that have a key.</param>
/// <param name="Texts">Their sealed texts.</param>
/// <param name="Erased">Those that are erased, on whichever side it happened.</param>
/// <param name="Refused">Those that have another key in the target, where they were left as they are.</param>
public sealed record VaultCopyReport(long Incidents, long Texts, long Erased, IReadOnlyList<IncidentId> Refused);

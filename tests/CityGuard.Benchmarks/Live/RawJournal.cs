using System.Diagnostics;
using System.Text;
using CityGuard.Benchmarks.Reporting;
using CityGuard.Domain.Journal;
using CityGuard.Storage;
using CityGuard.Storage.Embedded;

namespace CityGuard.Benchmarks.Live;

/// <summary>
/// Appends of an event of usual size, with ids made as the actors make them, through the product's own class: flat out, and at the
/// rate of the open loop. Each on a journal of its own.
/// </summary>
internal static class RawJournal
{
    private const int Writers = 256, Streams = 1_000;
    private static readonly ReadOnlyMemory<byte> Body = Encoding.UTF8.GetBytes($$"""{"kind":"progressRecorded","v":1,"op":"o-1","epoch":7,"step":"onScene","at":"2026-01-01T00:00:00+00:00","recordedAt":"2026-01-01T00:00:00+00:00","pad":"{{new string('x', 60)}}"}""");

    /// <summary>Why a row that is counted with the bare journal's rate means nothing.</summary>
    public const string TooSlow = "the bare journal is slower than the smallest rate that ratios may be counted with";

    private const double Least = 30_000;

    /// <summary>What the bare journal gives, flat out.</summary>
    public readonly record struct Rate(double AppendsPerSecond)
    {
        public bool IsVoid => AppendsPerSecond < Least;
    }

    public static async Task<Rate> FlatOut(Report report, string folder)
    {
        await using var journal = SqliteJournal.Open(new DataFolder(folder).Create());
        var versions = new long[Streams];
        await FlatOut(journal, versions, TimeSpan.FromSeconds(3), new Percentiles());
        var latencies = new Percentiles();
        var rate = await FlatOut(journal, versions, TimeSpan.FromSeconds(10), latencies);
        var raw = new Rate(rate);
        if (raw.IsVoid)
            report.Void("raw_appends_per_s", rate, "1/s", Least, TooSlow);
        else
            report.AtLeast("raw_appends_per_s", rate, "1/s", Least);
        report.Add("raw_append_p99_ms", latencies.At(0.99), "ms");
        return raw;
    }

    /// <summary>99th percentile, ms, at so many appends a second.</summary>
    public static async Task<double> Paced(Report report, string folder, int perSecond)
    {
        await using var journal = SqliteJournal.Open(new DataFolder(folder).Create());
        var p99 = await Paced(journal, new long[Streams], perSecond);
        report.Add("raw_append_paced_p99_ms", p99, "ms");
        return p99;
    }

    private static async Task<double> FlatOut(SqliteJournal journal, long[] versions, TimeSpan during, Percentiles latencies)
    {
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, Writers).Select(w => Task.Run(async () =>
        {
            long done = 0;
            for (var i = w; clock.Elapsed < during; i += Writers)
            {
                // Each stream belongs to one writer, so nobody waits for a version.
                var stream = w + (Writers * (int)(done % ((Streams - w - 1) / Writers + 1)));
                var from = clock.Elapsed;
                await Append(journal, versions, stream);
                if ((done & 15) == 0)
                    latencies.Add(clock.Elapsed - from);
                done++;
            }

            return done;
        })));
        return counts.Sum() / clock.Elapsed.TotalSeconds;
    }

    private static async Task<double> Paced(SqliteJournal journal, long[] versions, int perSecond)
    {
        var latencies = new Percentiles();
        await Pace.Run(perSecond, TimeSpan.FromSeconds(20), async (i, intended, clock) =>
        {
            var stream = (int)(i % Streams);
            await Append(journal, versions, stream);
            if (intended > TimeSpan.FromSeconds(5))
                latencies.Add(clock.Elapsed - intended);
        });
        return latencies.At(0.99);
    }

    private static async Task Append(SqliteJournal journal, long[] versions, int stream)
    {
        var version = versions[stream];
        if (await journal.Append($"raw-{stream}", version, [new JournalEntry(Guid.CreateVersion7().ToString("N"), Body)], new StreamHead(null)) == AppendResult.Appended)
            versions[stream] = version + 1;
    }
}

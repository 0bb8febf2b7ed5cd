using CityGuard.Cities;
using CityGuard.Cities.Package;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Responders.Events;
using CityGuard.Silo.Hosting;

namespace CityGuard.Benchmarks.Live;

/// <summary>A data folder with a long past: closed incidents with their responders' histories, and some still open. Written through the journal, in the product's own events.</summary>
internal static class ManyIncidents
{
    private const int Writers = 64;

    public static async Task Write(string folder, string package, int closed, int open)
    {
        using var city = CityPackage.Load(package);
        await using var storage = await EmbeddedStorage.Open(folder, TimeProvider.System);
        await storage.Bind(city.Manifest, TimeProvider.System);
        var patrols = Enumerable.Range(0, city.Responders.Length).Where(i => city.Responders[i].Id.Value.StartsWith("p-", StringComparison.Ordinal)).ToArray();
        // Each writer has its own responders, so that nobody meets a conflict.
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(w => Task.Run(async () =>
        {
            var held = patrols.Where((_, i) => i % Writers == w).ToDictionary(p => p, _ => (Epoch: 0L, Version: 0L));
            var mine = held.Keys.ToArray();
            for (var i = w; i < closed + open; i += Writers)
            {
                var past = TimeProvider.System.GetUtcNow() - TimeSpan.FromDays(7) + TimeSpan.FromSeconds(i * 4);
                var responder = mine[i / Writers % mine.Length];
                held[responder] = i < closed
                    ? await Closed(storage.Journal, city, i, responder, held[responder], past)
                    : await Open(storage.Journal, city, i, held[responder]);
            }
        })));
    }

    private static async Task<(long Epoch, long Version)> Closed(IJournal journal, CityModel city, int number, int responder, (long Epoch, long Version) at, DateTimeOffset past)
    {
        var (id, opened, sector) = Opening(city, number, past);
        var op = OperationId.Parse("o-1");
        var who = city.Responders[responder].Id;
        var epoch = at.Epoch + 1;
        ProgressRecorded Step(AssignmentProgress step, int seconds) => new(op, epoch, step, past.AddSeconds(seconds), past.AddSeconds(seconds));
        IncidentEvent[] before = [opened, new AssignmentRequested(op, who, "primary", at.Epoch, 900, null, null, null, past)];
        IncidentEvent[] after =
        [
            new AssignmentGranted(op, epoch, past), Step(AssignmentProgress.Accepted, 5), Step(AssignmentProgress.EnRoute, 20), Step(AssignmentProgress.OnScene, 200),
            Step(AssignmentProgress.Cleared, 900), new Closing(null, "cleared", past.AddSeconds(900)), new AssignmentReleased(op, epoch, past.AddSeconds(901)), new Domain.Incidents.Events.Closed(past.AddSeconds(901)),
        ];
        await Append(journal, id.Value, 0, [.. before.Select(Encode)], sector);
        await Append(journal, who.Value, at.Version, [Encode(new Assigned(id, op, epoch, past))], null);
        await Append(journal, id.Value, before.Length, [.. after[..^2].Select(Encode)], sector);
        await Append(journal, who.Value, at.Version + 1, [Encode(new Released(id, op, epoch + 1, past.AddSeconds(901)))], null);
        await Append(journal, id.Value, before.Length + after.Length - 2, [.. after[^2..].Select(Encode)], null);
        return (epoch + 1, at.Version + 2);
    }

    private static async Task<(long Epoch, long Version)> Open(IJournal journal, CityModel city, int number, (long Epoch, long Version) at)
    {
        var (id, opened, sector) = Opening(city, number, TimeProvider.System.GetUtcNow());
        await Append(journal, id.Value, 0, [Encode(opened)], sector);
        return at;
    }

    private static (IncidentId Id, Opened Opened, string Sector) Opening(CityModel city, int number, DateTimeOffset at)
    {
        var cell = (int)(number * 7919L % city.Cells.Count);
        var sector = city.Areas[city.Cells.Sectors[city.Cells.Sector[cell]].Area].Id;
        var sourceId = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var content = new ReportContent("past", sourceId, "disturbance", IncidentSeverity.Medium, city.Cells.Centres[cell], city.Cells.Id(cell), null, at, null);
        return (IncidentReports.IdOf("past", sourceId), new Opened(content, sector, at, null, at), sector.Value);
    }

    private static JournalEntry Encode(IncidentEvent e) => EventCodec.Incidents.Encode(Guid.NewGuid().ToString("N"), e);

    private static JournalEntry Encode(ResponderEvent e) => EventCodec.Responders.Encode(Guid.NewGuid().ToString("N"), e);

    private static async Task Append(IJournal journal, string stream, long version, JournalEntry[] entries, string? openIn)
    {
        if (await journal.Append(stream, version, entries, new StreamHead(openIn)) != AppendResult.Appended)
            throw new InvalidOperationException($"{stream} has been written by another");
    }
}

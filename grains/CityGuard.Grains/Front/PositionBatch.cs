using CityGuard.Abstractions.Responders;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Responders;
using Microsoft.Extensions.Logging;

namespace CityGuard.Grains.Front;

/// <summary>A batch of positions on its way inwards: each responder's in order of time, many responders at once, never too many.</summary>
internal sealed class PositionBatch(CityIndex index, IGrainFactory grains, ILogger log, DateTimeOffset now)
{
    private const int AtOnce = 64;

    private readonly List<PositionRejection> _rejected = [];
    private int _unanswered;
    private Exception? _lastFault;

    private readonly record struct Fix(int Item, int Responder, GeoPoint Place, int Cell, DateTimeOffset At);

    public async Task<PositionReceipt> Deliver(IReadOnlyList<PositionReport> positions)
    {
        var fixes = new List<Fix>(positions.Count);
        for (var item = 0; item < positions.Count; item++)
            if (Check(item, positions[item]) is { } fix)
                fixes.Add(fix);
        fixes.Sort((a, b) => a.Responder != b.Responder ? a.Responder.CompareTo(b.Responder) : a.At != b.At ? a.At.CompareTo(b.At) : a.Item.CompareTo(b.Item));

        // Workers take one responder after the other from a shared place; all run in this activation's one thread.
        var next = 0;
        await Task.WhenAll(Enumerable.Range(0, Math.Min(AtOnce, fixes.Count)).Select(_ => Work()));
        // One line a batch: when a silo is lost, thousands of positions fail for the same reason.
        if (_unanswered > 0)
            log.LogWarning("{Count} positions were not taken; the last because: {Reason}", _unanswered, _lastFault?.Message);
        _rejected.Sort((a, b) => a.Index.CompareTo(b.Index));
        return new PositionReceipt(positions.Count - _rejected.Count, _rejected);

        async Task Work()
        {
            while (next < fixes.Count)
            {
                var first = next;
                while (next < fixes.Count && fixes[next].Responder == fixes[first].Responder)
                    next++;
                var end = next;
                var responder = grains.Responder(index.City.Responders[fixes[first].Responder].Id);
                for (var i = first; i < end; i++)
                    await Tell(responder, fixes[i]);
            }
        }
    }

    private Fix? Check(int item, PositionReport? report)
    {
        if (report?.Responder is null || !index.City.TryResponder(report.Responder, out var responder))
            return Reject(item, $"the city has no responder '{Places.Short(report?.Responder ?? "")}'");
        if (report.At > now + IncidentRules.Tolerance)
            return Reject(item, "at lies in the future");
        var located = index.Locate(report.Lat, report.Lon, report.Crs);
        return located.Refusal is { } refusal
            ? Reject(item, refusal.Reason)
            : new Fix(item, responder, located.Value.Place, located.Value.Cell, report.At.ToUniversalTime());
    }

    private async Task Tell(IResponderGrain responder, Fix fix)
    {
        try
        {
            if (await responder.Position(fix.Place, fix.Cell, fix.At) is { } refusal)
                Reject(fix.Item, refusal.Reason);
        }
        catch (Exception e)
        {
            (_unanswered, _lastFault) = (_unanswered + 1, e);
            Reject(fix.Item, "no answer in time: send it again");
        }
    }

    private Fix? Reject(int item, string reason)
    {
        _rejected.Add(new PositionRejection(item, reason));
        return null;
    }
}

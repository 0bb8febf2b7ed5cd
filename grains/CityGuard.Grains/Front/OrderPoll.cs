using System.Globalization;
using CityGuard.Abstractions;
using CityGuard.Abstractions.Responders;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Orders;
using CityGuard.Grains.Responders;

namespace CityGuard.Grains.Front;

/// <summary>Finds who keeps the orders asked for: one responder's shelf, a district's book, or all books.</summary>
internal sealed class OrderPoll(CityIndex index, IGrainFactory grains, TimeProvider time)
{
    public const int LongestMark = 2_000;

    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(25);

    // A call that waits keeps its actor from being deactivated, and polls of other books are left behind when one answers: both stay short.
    private static readonly TimeSpan LongestInside = TimeSpan.FromSeconds(2);

    public async Task<Answer<OrderBatch>> Orders(string responderOrArea, string after, TimeSpan wait)
    {
        for (var started = time.GetTimestamp(); ;)
        {
            var left = wait - time.GetElapsedTime(started);
            var answer = await Once(responderOrArea, after, left < LongestInside ? left : LongestInside);
            if (answer.Value is not { Orders.Count: 0 } nothing || left <= LongestInside)
                return answer;
            after = nothing.Next;
        }
    }

    private async Task<Answer<OrderBatch>> Once(string responderOrArea, string after, TimeSpan wait)
    {
        if (ResponderId.TryParse(responderOrArea, out var responder) && index.City.TryResponder(responder.Value, out _))
            return TryMark(after, out var seen)
                ? await grains.Responder(responder).Orders(seen, wait)
                : new Refusal(RefusalCode.Malformed, "after is not a mark of this responder's orders");
        if (!index.City.TryArea(responderOrArea, out var area))
            return new Refusal(RefusalCode.Unknown, $"the city has no responder or area '{Places.Short(responderOrArea)}'");
        var kind = index.City.Areas[area].Kind;
        if (kind == AreaKind.City)
            return await OfCity(after, wait);
        if (kind == AreaKind.District)
            return await Book(responderOrArea).Orders(after, wait, -1);
        return kind == AreaKind.Sector && index.TrySector(responderOrArea, out var sector)
            ? await Book(index.City.Areas[index.City.Cells.Sectors[sector].District].Id.Value).Orders(after, wait, sector)
            : new Refusal(RefusalCode.Unprocessable, "orders are kept by city, district and sector");
    }

    private async Task<OrderBatch> OfCity(string after, TimeSpan wait)
    {
        var books = index.City.Cells.Sectors.Select(s => s.District).Distinct().Select(d => Book(index.City.Areas[d].Id.Value)).ToArray();
        var marks = after.Split('~');
        if (marks.Length != books.Length)
            marks = [.. books.Select(_ => "")];
        var batches = await Task.WhenAll(books.Select((book, i) => book.Orders(marks[i], TimeSpan.Zero, -1)));
        var found = batches.SelectMany(batch => batch.Orders).ToArray();
        marks = [.. batches.Select(batch => batch.Next)];
        if (found.Length > 0 || wait <= TimeSpan.Zero)
            return new OrderBatch(found, string.Join('~', marks));

        var waiting = books.Select((book, i) => book.Orders(marks[i], wait, -1)).ToList();
        var order = waiting.ToArray();
        while (waiting.Count > 0)
        {
            var done = await Task.WhenAny(waiting);
            waiting.Remove(done);
            var batch = await done;
            marks[Array.IndexOf(order, done)] = batch.Next;
            if (batch.Orders.Count > 0)
                return new OrderBatch(batch.Orders, string.Join('~', marks));
        }

        return new OrderBatch([], string.Join('~', marks));
    }

    private static bool TryMark(string after, out long seen)
    {
        seen = 0;
        return after.Length == 0 || long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out seen);
    }

    private IOrderBookGrain Book(string district) => grains.GetGrain<IOrderBookGrain>(district);
}

using System.Text.Json;
using CityGuard.Cities.Package;
using CityGuard.Domain.Geography;

namespace CityGuard.Cities;

/// <summary>Says what differs between two cities, in lines for people.</summary>
public static class CityDiff
{
    private const int MostNamed = 20;

    /// <summary>The differences; one line saying so when there are none.</summary>
    public static IEnumerable<string> Lines(CityModel a, CityModel b)
    {
        if (a.Manifest.Hash == b.Manifest.Hash)
            return ["the two packages are the same"];
        var lines = new List<string>();
        Value("city", a.Manifest.CityId, b.Manifest.CityId);
        Value("time zone", a.Manifest.TimeZone, b.Manifest.TimeZone);
        foreach (var key in a.Manifest.Counts.Keys.Union(b.Manifest.Counts.Keys))
            Value(key, a.Manifest.Counts.GetValueOrDefault(key), b.Manifest.Counts.GetValueOrDefault(key));
        Things("area", a.Areas.ToDictionary(x => x.Id.Value), b.Areas.ToDictionary(x => x.Id.Value), (x, y) => x == y);
        Things("responder", a.Responders.ToDictionary(x => x.Id.Value), b.Responders.ToDictionary(x => x.Id.Value), (x, y) => Same(x, y, CityJson.Default.ResponderProfile));
        Things("target", a.Targets.ToDictionary(x => x.Id.Value), b.Targets.ToDictionary(x => x.Id.Value), (x, y) => Same(x, y, CityJson.Default.KeyTargetProfile));
        Things("cell", Cells(a), Cells(b), (x, y) => x == y);
        if (!Same(a.Rules, b.Rules, CityJson.Default.CityRules))
            lines.Add("rules: they differ");
        Value("calls a day", Math.Round(a.Demand.CallsPerDay, 1), Math.Round(b.Demand.CallsPerDay, 1));
        Travel(a, b, lines);
        return lines.Count > 0 ? lines : ["the content is the same; only the papers (sources, report) differ"];

        void Value<T>(string what, T before, T after)
        {
            if (!Equals(before, after))
                lines.Add(FormattableString.Invariant($"{what}: {before:N0} -> {after:N0}"));
        }

        void Things<T>(string what, Dictionary<string, T> before, Dictionary<string, T> after, Func<T, T, bool> same)
        {
            Named(what, "gone", before.Keys.Except(after.Keys));
            Named(what, "new", after.Keys.Except(before.Keys));
            Named(what, "changed", before.Keys.Intersect(after.Keys).Where(k => !same(before[k], after[k])));
        }

        void Named(string what, string how, IEnumerable<string> ids)
        {
            var all = ids.Order(StringComparer.Ordinal).ToArray();
            if (all.Length > 0)
                lines.Add($"{what}s {how}: {all.Length}: {string.Join(", ", all.Take(MostNamed))}{(all.Length > MostNamed ? " ..." : "")}");
        }
    }

    private static bool Same<T>(T a, T b, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        => JsonSerializer.SerializeToUtf8Bytes(a, type).AsSpan().SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(b, type));

    private static Dictionary<string, (GeoPoint, float, string, string)> Cells(CityModel city)
        => Enumerable.Range(0, city.Cells.Count).ToDictionary(
            c => city.Cells.Ids[c].Value, c => (city.Cells.Centres[c], city.Cells.Residents[c], city.Cells.Standard[c], city.Areas[city.Cells.Sectors[city.Cells.Sector[c]].Area].Id.Value));

    /// <summary>Compares the times between cells that both cities have.</summary>
    private static void Travel(CityModel a, CityModel b, List<string> lines)
    {
        var common = Enumerable.Range(0, a.Cells.Count).Select(c => (A: c, B: b.TryCell(a.Cells.Ids[c].Value, out var other) ? other : -1)).Where(c => c.B >= 0).ToArray();
        long pairs = 0, slower = 0, quicker = 0, lost = 0, gained = 0;
        foreach (var from in common)
        {
            foreach (var to in common)
            {
                ushort before = a.Travel.Time(from.A, to.A, a.Cells), after = b.Travel.Time(from.B, to.B, b.Cells);
                if (before == Domain.Geography.Travel.Beyond && after == before)
                    continue;
                pairs++;
                if (before == after)
                    continue;
                if (after == Domain.Geography.Travel.Beyond)
                    lost++;
                else if (before == Domain.Geography.Travel.Beyond)
                    gained++;
                else if (after > before)
                    slower++;
                else
                    quicker++;
            }
        }

        if (slower + quicker + lost + gained > 0)
            lines.Add(FormattableString.Invariant($"travel times: of {pairs:N0} pairs of cells, {slower:N0} slower, {quicker:N0} quicker, {lost:N0} no longer within the limit, {gained:N0} now within it"));
    }
}

using System.Text.Json;
using CityGuard.Abstractions.Desk;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Responders;

namespace CityGuard.Grains.Incidents;

/// <summary>
/// The stream of an incident as lines for people. It is read from the stored facts by the names that all of them share (who, why, whom), so that a new kind of
/// fact is told from the day it exists.
/// </summary>
internal static class IncidentHistory
{
    private static readonly string[] Why = ["why", "how", "reason", "cause"], Detail = ["progress", "clock", "desk", "level", "reach", "item", "channel", "step", "what", "leader", "into", "younger", "severity"];

    public static TimelineEntry[] Of(IReadOnlyList<StoredEntry> stored)
    {
        var (entries, byOp) = (new List<TimelineEntry>(stored.Count), new Dictionary<string, (ResponderId Responder, string? Role)>());
        foreach (var entry in stored)
        {
            using var json = JsonDocument.Parse(entry.Json);
            var fact = json.RootElement;
            var (responders, role) = (Responders(fact), Text(fact, "role"));
            if (Text(fact, "op") is { } op)
            {
                if (responders is [var asked])
                    byOp[op] = (asked, role);
                else if (byOp.TryGetValue(op, out var known))
                    (responders, role) = ([known.Responder], role ?? known.Role);
            }

            entries.Add(new TimelineEntry(
                entry.Version, fact.GetProperty("at").GetDateTimeOffset(), fact.GetProperty("kind").GetString()!, Text(fact, "by"), First(fact, Why), responders, role, First(fact, Detail)));
        }

        return [.. entries];
    }

    private static ResponderId[] Responders(JsonElement fact)
    {
        if (Text(fact, "responder") is { } one)
            return [ResponderId.Parse(one)];
        return fact.TryGetProperty("chosen", out var chosen) && chosen.ValueKind == JsonValueKind.Array
            ? [.. chosen.EnumerateArray().Where(id => id.ValueKind == JsonValueKind.String).Select(id => ResponderId.Parse(id.GetString()!))]
            : [];
    }

    private static string? First(JsonElement fact, string[] names) => names.Select(name => Text(fact, name)).FirstOrDefault(text => text is not null);

    private static string? Text(JsonElement fact, string name)
        => fact.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

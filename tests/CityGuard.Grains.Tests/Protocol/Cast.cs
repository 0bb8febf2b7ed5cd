using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;

namespace CityGuard.Grains.Tests.Protocol;

/// <summary>Who takes part in every walk: three incidents, each graver than the one before, and three responders that all may want.</summary>
internal static class Cast
{
    public const int Size = 3;

    public static readonly IReadOnlyList<IncidentId> Incidents = [.. Enumerable.Range(0, Size).Select(i => IncidentReports.IdOf("model", $"{i}"))];

    public static readonly IReadOnlyList<ResponderId> Responders = [.. Enumerable.Range(1, Size).Select(i => ResponderId.Parse($"p-C-000{i}"))];

    public static int IndexOf(IncidentId id) => Incidents[0] == id ? 0 : Incidents[1] == id ? 1 : 2;

    public static int IndexOf(ResponderId id) => Responders[0] == id ? 0 : Responders[1] == id ? 1 : 2;

    /// <summary>All actors once, from this one on round: first the incidents, then the responders.</summary>
    public static IEnumerable<int> From(int actor) => Enumerable.Range(actor, 2 * Size).Select(a => a % (2 * Size));

    public static string Stream(int actor) => actor < Size ? Incidents[actor].Value : Responders[actor - Size].Value;

    public static IncidentSeverity SeverityOf(int incident) => (IncidentSeverity)incident;

    public static string Name(IncidentId id) => $"incident {IndexOf(id) + 1}";

    /// <summary>What a checker says, with the names that a story uses.</summary>
    public static string Plain(string line) => Incidents.Aggregate(line, (told, id) => told.Replace(id.Value, Name(id), StringComparison.Ordinal));
}

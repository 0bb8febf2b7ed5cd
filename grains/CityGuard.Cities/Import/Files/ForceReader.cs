using System.Collections.Immutable;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Targets;

namespace CityGuard.Cities.Import.Files;

/// <summary>
/// Responders: columns <c>kind</c>, <c>lon</c>, <c>lat</c>, and if wanted <c>id</c>, <c>class</c>, <c>callSign</c>, <c>capabilities</c> (with
/// '|' between), <c>turnoutSeconds</c>, <c>target</c>. Without a file: three patrol groups and a station force at each station.
/// </summary>
internal sealed class ForceReader(CityFile file, TableReader tables, CellTable cells, CellLocator locator, CityRules rules, ImmutableArray<KeyTargetProfile> targets, InputProblems problems)
{
    private const int PatrolsAtStation = 3;
    private readonly Dictionary<ResponderId, int> _lines = [];

    public ImmutableArray<ResponderProfile> Read(IReadOnlyList<Station> stations)
    {
        if (file.Responders is { } table)
            return [.. tables.Rows(table, "kind", "lon", "lat").Select(Responder).OfType<ResponderProfile>()];
        if (rules.Kinds.All(k => k.Id != "patrolGroup") || rules.Kinds.All(k => k.Id != "stationForce"))
        {
            problems.Add("city.json", 0, "responders", "they must be given: the rules have not the kinds that would be assumed");
            return [];
        }

        problems.Assume($"responders: {PatrolsAtStation} patrol groups of class C and a station force at each station ({stations.Count})");
        return [.. stations.SelectMany(AtStation)];
    }

    private IEnumerable<ResponderProfile> AtStation(Station station)
    {
        var row = new InputRow(station.File, station.Line, new Dictionary<string, string>(), null, file.Crs, problems);
        if (Placed.In(locator, cells, station.Place, row) is not { } cell)
            yield break;
        for (var i = 0; i < PatrolsAtStation; i++)
        {
            var number = _lines.Count + 1;
            yield return Make(FormattableString.Invariant($"p-C-{number:0000}"), "patrolGroup", "C", FormattableString.Invariant($"C{number:00}"), [], 15);
        }

        yield return Make(FormattableString.Invariant($"f-{_lines.Count + 1:0000}"), "stationForce", "", station.Name.En, [.. rules.Capabilities.Intersect(["firstAid", "negotiation"])], 60);

        ResponderProfile Make(string id, string kind, string letter, string sign, string[] capabilities, int turnout)
        {
            var parsed = ResponderId.Parse(id);
            _lines.Add(parsed, station.Line);
            return new ResponderProfile(parsed, kind, letter, sign, capabilities, station.Place, cells.Ids[cell], null, turnout);
        }
    }

    private ResponderProfile? Responder(InputRow row)
    {
        var (kind, place, turnout) = (row.OneOf("kind", ["", .. rules.Kinds.Select(k => k.Id)]), row.Place(), row.Whole("turnoutSeconds", 0, 3600));
        if (kind is "")
            row.Fault("kind", $"it is missing; there are: {string.Join(", ", rules.Kinds.Select(k => k.Id))}");
        string[] capabilities = row.Text("capabilities").Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (capabilities.FirstOrDefault(c => !rules.Capabilities.Contains(c)) is { } unknown)
            row.Fault("capabilities", $"'{unknown}' is none of: {string.Join(", ", rules.Capabilities)}");
        if (kind is null or "" || place is null || Id(row, kind) is not { } id || Placed.In(locator, cells, place.Value, row) is not { } cell)
            return null;
        var sign = row.Text("callSign") is { Length: > 0 } given ? given : id.Value;
        return new ResponderProfile(id, kind, row.Text("class"), sign, capabilities, place.Value, cells.Ids[cell], Premises(row), turnout ?? Turnout(kind));
    }

    private TargetId? Premises(InputRow row)
    {
        if (row.Text("target") is not { Length: > 0 } text)
            return null;
        if (TargetId.TryParse(text.StartsWith("t-", StringComparison.Ordinal) ? text : "t-" + text, out var id) && targets.Any(t => t.Id == id))
            return id;
        row.Fault("target", $"there is no key target '{text}'");
        return null;
    }

    private int Turnout(string kind) => rules.Kinds.Single(k => k.Id == kind) is { PremisesOnly: true } or { Patrols: true } ? 15 : 60;

    private ResponderId? Id(InputRow row, string kind)
    {
        var prefix = kind switch { "emergencyUnit" => "u-", "patrolGroup" => "p-", "specialPolice" => "x-", "stationForce" => "f-", _ => "v-" };
        var text = row.Text("id");
        var full = text.Length == 0 ? FormattableString.Invariant($"{prefix}{_lines.Count + 1:00000}") : text;
        if (!ResponderId.TryParse(full, out var id) && !ResponderId.TryParse(prefix + full, out id))
            row.Fault("id", $"'{text}' is no id: letters, digits, '-', '_' and '.' are");
        else if (!_lines.TryAdd(id, row.Line))
            row.Fault("id", $"'{text}' is also the id of line {_lines[id]}");
        else
            return id;
        return null;
    }
}

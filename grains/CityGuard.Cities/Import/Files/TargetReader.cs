using System.Collections.Immutable;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Targets;

namespace CityGuard.Cities.Import.Files;

/// <summary>Key targets: columns <c>name</c>, <c>trade</c>, <c>grade</c>, <c>lon</c>, <c>lat</c>, and if wanted <c>id</c>, <c>nameZh</c>, <c>standard</c>, <c>hours</c>.</summary>
internal static class TargetReader
{
    public static ImmutableArray<KeyTargetProfile> Read(TableFile? table, TableReader tables, CellTable cells, CellLocator locator, CityRules rules)
    {
        if (table is null)
            return [];
        var targets = ImmutableArray.CreateBuilder<KeyTargetProfile>();
        var lines = new Dictionary<TargetId, int>();
        foreach (var row in tables.Rows(table, "name", "trade", "grade", "lon", "lat"))
        {
            var (name, trade, grade, place) = (row.Needed("name"), row.Needed("trade"), row.Whole("grade", 1, 3), row.Place());
            if (grade is null && row.Text("grade").Length == 0)
                row.Fault("grade", "it is missing");
            var hours = row.Text("hours") is { Length: > 0 } text ? WeekText.Read(text) : [.. OpeningHours.Always.Spans];
            if (hours is null)
                row.Fault("hours", $"'{row.Text("hours")}' is not understood; 'Mo-Fr 07:00-18:00; Sa 10:00-16:00' is");
            if (name is null || trade is null || grade is null || place is null || hours is null || Id(row, lines) is not { } id)
                continue;
            var standard = row.Text("standard") is { Length: > 0 } own ? own : grade switch { 1 => "circle-1", 2 => "circle-3", _ => "circle-5" };
            if (rules.Standards.All(s => s.Id != standard))
                row.Fault("standard", $"the rules have no standard '{standard}'");
            else if (Placed.In(locator, cells, place.Value, row) is { } cell)
                targets.Add(new KeyTargetProfile(id, new BilingualName(row.Text("nameZh") is { Length: > 0 } zh ? zh : name, name), trade, (TargetGrade)grade, standard, place.Value, cells.Ids[cell], new OpeningHours(hours.Value)));
        }

        return targets.ToImmutable();
    }

    private static TargetId? Id(InputRow row, Dictionary<TargetId, int> lines)
    {
        var text = row.Text("id");
        var full = text.Length == 0 ? FormattableString.Invariant($"t-{lines.Count + 1:00000}") : text.StartsWith("t-", StringComparison.Ordinal) ? text : "t-" + text;
        if (!TargetId.TryParse(full, out var id))
            row.Fault("id", $"'{text}' is no id: letters, digits, '-', '_' and '.' are");
        else if (!lines.TryAdd(id, row.Line))
            row.Fault("id", $"'{text}' is also the id of line {lines[id]}");
        else
            return id;
        return null;
    }
}

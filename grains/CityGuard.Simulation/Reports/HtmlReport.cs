using System.Globalization;
using System.Text;
using CityGuard.Simulation.Engine;
using CityGuard.Simulation.Statistics;

namespace CityGuard.Simulation.Reports;

/// <summary>An answer as one page that needs nothing else: charts, tables, and what the figures mean.</summary>
public static class HtmlReport
{
    private const int MostRows = 40, MostResponders = 20;

    private const string Style = """
        body{font:15px/1.5 system-ui,sans-serif;max-width:920px;margin:2rem auto;padding:0 1rem;color:#1f2328;background:#fff}
        h1{font-size:1.6rem}h2{margin-top:2.2rem;font-size:1.15rem;border-bottom:1px solid #d1d9e0;padding-bottom:.3rem}
        table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}th,td{padding:.25rem .5rem;border-bottom:1px solid #d1d9e0;text-align:right}
        th:first-child,td:first-child{text-align:left}svg{width:100%;height:auto;font-size:11px}svg text{fill:#1f2328}.grid{stroke:#d1d9e0}
        .clear{font-weight:600}.key span{display:inline-block;width:.8em;height:.8em;border-radius:50%;margin:0 .3em 0 1em}.note{color:#59636e}
        @media print{body{max-width:none}h2{break-after:avoid}}
        """;

    private static readonly HashSet<string> Shares = ["within", "late", "first", "clocksKept", "unserved", "coverageLost"];

    /// <summary>The page.</summary>
    /// <param name="language"><c>zh-CN</c> or <c>en</c>.</param>
    public static string Write(Answer answer, string language)
    {
        var words = ReportWords.In(language);
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<!doctype html><html lang='{words.Tag}'><head><meta charset='utf-8'><meta name='viewport' content='width=device-width'><title>{Text(words["title"])}: {Text(answer.City)}</title><style>{Style}</style></head><body>");
        page.Append(CultureInfo.InvariantCulture, $"<h1>{Text(words["title"])}: {Text(answer.City)}</h1>");
        page.Append(CultureInfo.InvariantCulture, $"<p class='note'>{answer.Replications} {words["nights"]} × {answer.Days:0.##} {words["days"]}, {words["seed"]} {answer.Seed}, {words["interval"]} {answer.Level * 100:0.##} %");
        if (answer.Differences.Count > 1)
            page.Append(CultureInfo.InvariantCulture, $", {words["differenceLevel"]} {answer.DifferenceLevel * 100:0.###} %");
        page.Append(CultureInfo.InvariantCulture, $"<br>{Text(answer.CityHash)}</p>");
        Key(page, answer);
        Headline(page, answer, words);
        page.Append(CultureInfo.InvariantCulture, $"<h2>{Text(words["curve"])}</h2>");
        page.Append(Drawing.Lines([.. answer.Scenarios.Select(s => s.Curve)], 1, ("0", $"{(answer.Scenarios[0].Curve.Count - 1) * 30} s"), words["curve"]));
        foreach (var dimension in (Dimension[])[Dimension.Severity, Dimension.Ring, Dimension.Grade, Dimension.Class, Dimension.Call, Dimension.Sector, Dimension.Hour])
            Groups(page, answer, words, dimension);
        Percentiles(page, answer, words);
        Coverage(page, answer, words);
        foreach (var scenario in answer.Scenarios)
            Places(page, scenario, words);
        page.Append(CultureInfo.InvariantCulture, $"<h2></h2><p class='note'>{Text(words["ours"])}</p></body></html>\n");
        return page.ToString();
    }

    private static void Key(StringBuilder page, Answer answer)
    {
        page.Append("<p class='key'>");
        for (var i = 0; i < answer.Scenarios.Count; i++)
            page.Append(CultureInfo.InvariantCulture, $"<span style='background:{Drawing.Colour(i)}'></span>{Text(answer.Scenarios[i].Name)}{(answer.Scenarios[i].Note.Length > 0 ? " — " + Text(answer.Scenarios[i].Note) : "")}");
        page.Append("</p>");
    }

    private static void Headline(StringBuilder page, Answer answer, ReportWords words)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2>{Text(words["headline"])}</h2><table><thead><tr><th>{Text(words["figure"])}</th>");
        foreach (var scenario in answer.Scenarios)
            page.Append(CultureInfo.InvariantCulture, $"<th>{Text(scenario.Name)}</th>");
        foreach (var difference in answer.Differences)
            page.Append(CultureInfo.InvariantCulture, $"<th>{Text(words["difference"])}: {Text(difference.Of)}</th>");
        page.Append("</tr></thead><tbody>");
        Row("within", s => s.Whole.Within);
        Row("late", s => s.Whole.Late);
        Row("first", s => s.Whole.First);
        Row("clocksKept", s => s.Whole.ClocksKept);
        Row("meanResponse", s => s.Whole.MeanResponse);
        Row("p50Response", s => s.Percentiles[0].P50);
        Row("p90Response", s => s.Percentiles[0].P90);
        Row("p95Response", s => s.Percentiles[0].P95);
        foreach (var total in answer.Scenarios[0].Totals)
            Row(total.Name, s => s.Totals.First(t => t.Name == total.Name).Value);
        page.Append("</tbody></table>");

        void Row(string name, Func<ScenarioFigures, Estimate> value)
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(words[name])}</td>");
            foreach (var scenario in answer.Scenarios)
                page.Append(CultureInfo.InvariantCulture, $"<td>{Text(Drawing.Value(value(scenario), Shares.Contains(name)))}</td>");
            foreach (var difference in answer.Differences)
                page.Append(Difference(difference.Figures.FirstOrDefault(f => f.Name == name)?.Value
                    ?? (name == "late" && difference.Figures.FirstOrDefault(f => f.Name == "within") is { } within ? within.Value with { Mean = -within.Value.Mean } : null), Shares.Contains(name), words));
            page.Append("</tr>");
        }
    }

    private static string Difference(Estimate? value, bool share, ReportWords words)
        => value is not { } known ? "<td></td>"
            : $"<td{(known.IsClear ? " class='clear'" : "")} title='{Text(words[known.IsClear ? "clear" : "unclear"])}'>{(known.Mean > 0 ? "+" : "")}{Text(Drawing.Value(known, share))}</td>";

    private static void Groups(StringBuilder page, Answer answer, ReportWords words, Dimension dimension)
    {
        var name = char.ToLowerInvariant(dimension.ToString()[0]) + dimension.ToString()[1..];
        // Of many groups those where most is late: what a planner looks for first.
        var keys = answer.Scenarios.SelectMany(s => s.Groups).Where(g => g.Dimension == dimension).GroupBy(g => g.Key)
            .Select(g => (g.Key, Late: g.Max(f => double.IsNaN(f.Late.Mean) ? 0 : f.Late.Mean * f.PerDay))).ToArray();
        var shown = keys.Length <= MostRows || dimension == Dimension.Hour ? keys : [.. keys.OrderByDescending(k => k.Late).Take(MostRows)];
        if (shown.Length == 0)
            return;
        page.Append(CultureInfo.InvariantCulture, $"<h2>{Text(words[name])}: {Text(words["within"])}{(shown.Length < keys.Length ? $" ({shown.Length} / {keys.Length})" : "")}</h2>");
        if (dimension == Dimension.Hour)
        {
            page.Append(Drawing.Lines([.. answer.Scenarios.Select(s => s.Groups.Where(g => g.Dimension == dimension).Select(g => g.Within.Mean).ToArray())], 1, ("Mon 00:00", "Sun 23:00"), words[name]));
            return;
        }

        page.Append(Drawing.Dots([.. shown.Select(key => ($"{words[key.Key]}", (IReadOnlyList<Estimate?>)[.. answer.Scenarios.Select(s => s.Groups.FirstOrDefault(g => g.Dimension == dimension && g.Key == key.Key)?.Within)]))], true, words[name]));
    }

    private static void Percentiles(StringBuilder page, Answer answer, ReportWords words)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2>{Text(words["percentiles"])}</h2><table><thead><tr><th>{Text(words["scenario"])}</th><th></th><th>50 %</th><th>80 %</th><th>90 %</th><th>95 %</th></tr></thead><tbody>");
        foreach (var scenario in answer.Scenarios)
            foreach (var p in scenario.Percentiles.Where(p => !double.IsNaN(p.P50.Mean)))
                page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(scenario.Name)}</td><td>{Text(words[p.Of])}</td><td>{Text(Drawing.Value(p.P50, false))}</td><td>{Text(Drawing.Value(p.P80, false))}</td><td>{Text(Drawing.Value(p.P90, false))}</td><td>{Text(Drawing.Value(p.P95, false))}</td></tr>");
        page.Append("</tbody></table>");
    }

    private static void Coverage(StringBuilder page, Answer answer, ReportWords words)
    {
        // Each minute has few looks: quarters of an hour are drawn.
        IReadOnlyList<double>[] quarters = [.. answer.Scenarios.Select(s => s.CoverageLost.Chunk(15).Select(minutes => minutes.Average()).ToArray())];
        page.Append(CultureInfo.InvariantCulture, $"<h2>{Text(words["coverageByHour"])}</h2>{Drawing.Lines(quarters, quarters.Max(q => q.Max()) * 1.1, ("00:00", "24:00"), words["coverageByHour"])}");
    }

    private static void Places(StringBuilder page, ScenarioFigures scenario, ReportWords words)
    {
        foreach (var (name, places) in new[] { ("worstCells", scenario.WorstCells), ("worstTargets", scenario.WorstTargets) })
        {
            if (places.Count == 0)
                continue;
            page.Append(CultureInfo.InvariantCulture, $"<h2>{Text(words[name])}: {Text(scenario.Name)}</h2><table><thead><tr><th></th><th>{Text(words["perDay"])}</th><th>{Text(words["late"])}</th></tr></thead><tbody>");
            foreach (var place in places)
                page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(place.Id)}</td><td>{place.PerDay:0.##}</td><td>{place.LateShare * 100:0.#} %</td></tr>");
            page.Append("</tbody></table>");
        }

        page.Append(CultureInfo.InvariantCulture, $"<h2>{Text(words["responders"])}: {Text(scenario.Name)}</h2><table><thead><tr><th></th><th>{Text(words["class"])}</th><th>{Text(words["utilisation"])}</th><th>{Text(words["kmPerDay"])}</th></tr></thead><tbody>");
        foreach (var responder in scenario.Responders.OrderByDescending(r => r.Utilisation).ThenBy(r => r.Id, StringComparer.Ordinal).Take(MostResponders))
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(responder.Id)}</td><td>{Text(responder.Class)}</td><td>{responder.Utilisation * 100:0.#} %</td><td>{responder.KmPerDay:0.#}</td></tr>");
        page.Append("</tbody></table>");
    }

    private static string Text(string text) => Drawing.Text(text);
}

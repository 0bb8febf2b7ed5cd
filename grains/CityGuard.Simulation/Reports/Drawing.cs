using System.Globalization;
using System.Net;
using System.Text;
using CityGuard.Simulation.Statistics;

namespace CityGuard.Simulation.Reports;

/// <summary>Small charts as SVG, so that a report is one file and needs nothing else.</summary>
internal static class Drawing
{
    private const int Width = 860, Left = 190, Right = 30;
    private static readonly string[] Colours = ["#1f6feb", "#d1242f", "#1a7f37", "#9a6700", "#8250df", "#57606a"];

    public static string Colour(int series) => Colours[series % Colours.Length];

    /// <summary>One row for each group, one dot with its interval for each scenario.</summary>
    public static string Dots(IReadOnlyList<(string Name, IReadOnlyList<Estimate?> Values)> rows, bool share, string label)
    {
        var known = rows.SelectMany(r => r.Values).OfType<Estimate>().Where(e => !double.IsNaN(e.Mean)).ToArray();
        if (known.Length == 0)
            return "";
        var low = known.Min(e => double.IsNaN(e.Half) ? e.Mean : e.Low);
        var high = known.Max(e => double.IsNaN(e.Half) ? e.Mean : e.High);
        var span = high - low < 1e-9 ? 1 : high - low;
        (low, high) = (low - (span * 0.05), high + (span * 0.05));
        var rowHeight = Math.Max(20, 11 * rows.Max(r => r.Values.Count));
        var height = (rows.Count * rowHeight) + 34;
        var svg = Begin(height, label);
        Ticks(svg, low, high, height - 30, value => share ? $"{value * 100:0.#} %" : $"{value:0.#}");
        for (var row = 0; row < rows.Count; row++)
        {
            var y = (row * rowHeight) + 12.0;
            svg.Append(CultureInfo.InvariantCulture, $"<text x='{Left - 8}' y='{y + 4:F1}' text-anchor='end'>{Text(rows[row].Name)}</text>");
            for (var series = 0; series < rows[row].Values.Count; series++)
            {
                if (rows[row].Values[series] is not { } value || double.IsNaN(value.Mean))
                    continue;
                var at = y - 4 + (series * 9);
                if (!double.IsNaN(value.Half))
                    svg.Append(CultureInfo.InvariantCulture, $"<line x1='{X(value.Low):F1}' x2='{X(value.High):F1}' y1='{at:F1}' y2='{at:F1}' stroke='{Colour(series)}' stroke-width='2'/>");
                svg.Append(CultureInfo.InvariantCulture, $"<circle cx='{X(value.Mean):F1}' cy='{at:F1}' r='3.2' fill='{Colour(series)}'><title>{Text(Value(value, share))}</title></circle>");
            }
        }

        return svg.Append("</svg>").ToString();

        double X(double value) => Left + ((value - low) / (high - low) * (Width - Left - Right));
    }

    /// <summary>A line for each scenario.</summary>
    /// <param name="ends">What stands at the two ends of the axis.</param>
    public static string Lines(IReadOnlyList<IReadOnlyList<double>> series, double most, (string From, string Until) ends, string label)
    {
        const int Height = 230, Bottom = 200;
        most = most <= 0 ? 1 : most;
        var svg = Begin(Height, label);
        for (var step = 0; step <= 4; step++)
        {
            var y = Bottom - (step * (Bottom - 14) / 4.0);
            svg.Append(CultureInfo.InvariantCulture, $"<line class='grid' x1='60' x2='{Width - Right}' y1='{y:F1}' y2='{y:F1}'/><text x='54' y='{y + 4:F1}' text-anchor='end'>{most * step / 4 * 100:0.#} %</text>");
        }

        for (var i = 0; i < series.Count; i++)
        {
            var points = string.Join(' ', series[i].Select((value, at) => string.Create(
                CultureInfo.InvariantCulture, $"{60 + (at * (Width - Right - 60.0) / Math.Max(1, series[i].Count - 1)):F1},{Bottom - (value / most * (Bottom - 14)):F1}")));
            svg.Append(CultureInfo.InvariantCulture, $"<polyline points='{points}' fill='none' stroke='{Colour(i)}' stroke-width='2'/>");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<text x='60' y='{Height - 8}'>{Text(ends.From)}</text><text x='{Width - Right}' y='{Height - 8}' text-anchor='end'>{Text(ends.Until)}</text>");
        return svg.Append("</svg>").ToString();
    }

    /// <summary>A figure with its interval.</summary>
    public static string Value(Estimate value, bool share)
    {
        if (double.IsNaN(value.Mean))
            return "–";
        var scale = share ? 100 : 1;
        var unit = share ? " %" : "";
        return double.IsNaN(value.Half)
            ? string.Create(CultureInfo.InvariantCulture, $"{value.Mean * scale:0.##}{unit}")
            : string.Create(CultureInfo.InvariantCulture, $"{value.Mean * scale:0.##} ± {value.Half * scale:0.##}{unit}");
    }

    public static string Text(string text) => WebUtility.HtmlEncode(text);

    private static StringBuilder Begin(int height, string label)
        => new StringBuilder().Append(CultureInfo.InvariantCulture, $"<svg viewBox='0 0 {Width} {height}' role='img' aria-label='{Text(label)}'>");

    private static void Ticks(StringBuilder svg, double low, double high, double bottom, Func<double, string> text)
    {
        for (var tick = 0; tick <= 4; tick++)
        {
            var x = Left + (tick * (Width - Left - Right) / 4.0);
            svg.Append(CultureInfo.InvariantCulture, $"<line class='grid' x1='{x:F1}' x2='{x:F1}' y1='0' y2='{bottom:F1}'/><text x='{x:F1}' y='{bottom + 18:F1}' text-anchor='middle'>{Text(text(low + ((high - low) * tick / 4)))}</text>");
        }
    }
}

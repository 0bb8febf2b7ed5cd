using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CityGuard.Cities;
using CityGuard.Simulation.Runs;
using CityGuard.Simulation.Statistics;

namespace CityGuard.Simulation.Reports;

/// <summary>An answer as files: JSON for machines, CSV for spreadsheets, GeoJSON for maps.</summary>
public static class AnswerFiles
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new EstimateJson() },
    };

    /// <summary>The whole answer.</summary>
    public static string ToJson(Answer answer) => JsonSerializer.Serialize(answer, Json) + "\n";

    /// <summary>Every figure on a line of its own: scenario, dimension, key, figure, mean, low, high, replications.</summary>
    public static string Figures(Answer answer)
    {
        var csv = new StringBuilder("scenario,dimension,key,figure,mean,low,high,replications\n");
        foreach (var scenario in answer.Scenarios)
        {
            foreach (var group in scenario.Groups.Prepend(scenario.Whole))
                foreach (var (name, value) in Of(group))
                    Line(csv, scenario.Name, Camel(group.Dimension.ToString()), group.Key, name, value);
            foreach (var p in scenario.Percentiles)
                foreach (var (name, value) in new[] { ("p50", p.P50), ("p80", p.P80), ("p90", p.P90), ("p95", p.P95) })
                    Line(csv, scenario.Name, "percentile", p.Of, name, value);
            foreach (var total in scenario.Totals)
                Line(csv, scenario.Name, "all", "all", total.Name, total.Value);
        }

        foreach (var difference in answer.Differences)
        {
            foreach (var figure in difference.Figures)
                Line(csv, $"{difference.Of} - {difference.From}", "all", "all", figure.Name, figure.Value);
            foreach (var group in difference.Groups)
            {
                Line(csv, $"{difference.Of} - {difference.From}", Camel(group.Dimension.ToString()), group.Key, "within", group.Within);
                Line(csv, $"{difference.Of} - {difference.From}", Camel(group.Dimension.ToString()), group.Key, "meanResponse", group.MeanResponse);
            }
        }

        return csv.ToString();
    }

    /// <summary>Every responder on a line.</summary>
    public static string Responders(Answer answer)
    {
        var csv = new StringBuilder("scenario,responder,class,utilisation,kmPerDay,assignmentsPerDay\n");
        foreach (var scenario in answer.Scenarios)
            foreach (var responder in scenario.Responders)
                csv.Append(CultureInfo.InvariantCulture, $"{Field(scenario.Name)},{Field(responder.Id)},{Field(responder.Class)},{responder.Utilisation:G6},{responder.KmPerDay:G6},{responder.AssignmentsPerDay:G6}\n");
        return csv.ToString();
    }

    /// <summary>Cells with their late shares in two scenarios and the difference; those where nothing happened are left out.</summary>
    /// <param name="from">What is compared with; null: no difference.</param>
    public static string Map(CityModel city, PlayedScenario of, PlayedScenario? from)
    {
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteStartArray("features");
            for (var cell = 0; cell < city.Cells.Count; cell++)
                if (of.Sum.CellIncidents[cell] > 0 || from?.Sum.CellIncidents[cell] > 0)
                    Feature(json, city, cell, of, from);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void Feature(Utf8JsonWriter json, CityModel city, int cell, PlayedScenario of, PlayedScenario? from)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteString("id", city.Cells.Id(cell).Value);
        json.WriteStartObject("geometry");
        json.WriteString("type", "Polygon");
        json.WriteStartArray("coordinates");
        json.WriteStartArray();
        foreach (var point in city.Cells.Outlines[cell])
        {
            json.WriteStartArray();
            json.WriteNumberValue(Math.Round(point.Lon, 6));
            json.WriteNumberValue(Math.Round(point.Lat, 6));
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("cell", city.Cells.Id(cell).Value);
        json.WriteNumber("incidents", of.Sum.CellIncidents[cell]);
        Share("late", of);
        if (from is not null)
        {
            Share("lateBefore", from);
            if (of.Sum.CellIncidents[cell] > 0 && from.Sum.CellIncidents[cell] > 0)
                json.WriteNumber("difference", Math.Round(Late(of) - Late(from), 4));
        }

        json.WriteEndObject();
        json.WriteEndObject();

        void Share(string name, PlayedScenario played)
        {
            if (played.Sum.CellIncidents[cell] > 0)
                json.WriteNumber(name, Math.Round(Late(played), 4));
        }

        double Late(PlayedScenario played) => (double)played.Sum.CellLate[cell] / played.Sum.CellIncidents[cell];
    }

    private static IEnumerable<(string Name, Estimate Value)> Of(GroupFigures group) =>
    [
        ("perDay", new Estimate(group.PerDay, double.NaN, 0)), ("within", group.Within), ("late", group.Late), ("first", group.First), ("clocksKept", group.ClocksKept),
        ("meanResponse", group.MeanResponse), ("unserved", group.Unserved),
    ];

    private static void Line(StringBuilder csv, string scenario, string dimension, string key, string figure, Estimate value)
        => csv.Append(CultureInfo.InvariantCulture, $"{Field(scenario)},{dimension},{Field(key)},{figure},{Number(value.Mean)},{Number(value.Low)},{Number(value.High)},{value.Count}\n");

    private static string Number(double value) => double.IsNaN(value) ? "" : value.ToString("G8", CultureInfo.InvariantCulture);

    // A spreadsheet takes a leading = + - @ for a formula: a name must not be one.
    private static string Field(string text)
    {
        var safe = text.Length > 0 && "=+-@".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return safe.AsSpan().ContainsAny(",\"\n\r") ? '"' + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + '"' : safe;
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>A figure that is not known is null, never a number that looks like one.</summary>
    private sealed class EstimateJson : JsonConverter<Estimate>
    {
        public override Estimate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return new Estimate(Number("mean"), Number("half"), document.RootElement.GetProperty("n").GetInt32());

            double Number(string name) => document.RootElement.GetProperty(name) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : double.NaN;
        }

        public override void Write(Utf8JsonWriter writer, Estimate value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            Number("mean", value.Mean);
            Number("half", value.Half);
            writer.WriteNumber("n", value.Count);
            writer.WriteEndObject();

            void Number(string name, double number)
            {
                if (double.IsFinite(number))
                    writer.WriteNumber(name, Math.Round(number, 9));
                else
                    writer.WriteNull(name);
            }
        }
    }
}

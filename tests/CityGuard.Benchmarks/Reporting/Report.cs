using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace CityGuard.Benchmarks.Reporting;

/// <summary>One figure. Goal null: none was set. Met null: nothing to meet, or the row is void.</summary>
internal sealed record Figure(string Name, double Value, string Unit, double? Goal, bool? Met);

/// <summary>Collects figures, says each when it is there, and leaves a table and a JSON file.</summary>
internal sealed class Report(string suite)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly List<Figure> _figures = [];

    public void Add(string name, double value, string unit) => Add(new Figure(name, value, unit, null, null));

    public void AtMost(string name, double value, string unit, double goal) => Add(new Figure(name, value, unit, goal, value <= goal));

    public void AtLeast(string name, double value, string unit, double goal) => Add(new Figure(name, value, unit, goal, value >= goal));

    public void Exactly(string name, double value, string unit, double goal) => Add(new Figure(name, value, unit, goal, value == goal));

    /// <summary>A figure that does not count, with the reason said aloud.</summary>
    public void Void(string name, double value, string unit, double goal, string why)
    {
        Say($"{name} is void: {why}");
        Add(new Figure(name, value, unit, goal, null));
    }

    public static void Say(string line) => Console.WriteLine(line);

    public void Finish()
    {
        var table = new Table().AddColumns("name", "value", "unit", "goal", "met");
        foreach (var f in _figures)
            table.AddRow(f.Name, Text(f.Value), f.Unit, f.Goal is { } goal ? Text(goal) : "", f.Met switch { true => "yes", false => "no", null => "" });
        AnsiConsole.Write(table);
        var folder = Directory.CreateDirectory(Path.Combine("artifacts", "benchmarks")).FullName;
        File.WriteAllText(Path.Combine(folder, suite + ".json"), JsonSerializer.Serialize(_figures, Json));
    }

    private void Add(Figure figure)
    {
        _figures.Add(figure);
        Say($"{figure.Name} = {Text(figure.Value)} {figure.Unit}");
    }

    private static string Text(double value) => value.ToString(Math.Abs(value) >= 100 ? "N0" : "0.###", CultureInfo.InvariantCulture);
}

using System.Globalization;

namespace CityGuard.Cities.Import;

/// <summary>One row of a table, whose fields are read with a complaint that says where.</summary>
internal readonly struct JemssRow(JemssTable table, int line, string[] fields)
{
    public int Line => line;

    public IReadOnlyList<string> Fields => fields;

    /// <summary>A field's text; empty when the column or the field is not there.</summary>
    public string Text(string column) => table.Column(column) is var at && at >= 0 && at < fields.Length ? fields[at] : "";

    public double Number(string column, double least = double.MinValue, double most = double.MaxValue)
    {
        var text = Text(column);
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            throw Fault(column, text.Length == 0 ? "is missing" : $"'{text}' is no number");
        return number >= least && number <= most ? number : throw Fault(column, $"{text} is not between {least} and {most}");
    }

    /// <summary>A whole number; the files also write it as <c>1.0</c>.</summary>
    public int Whole(string column, int least, int most)
    {
        var number = Number(column, least, most);
        return number == Math.Floor(number) ? (int)number : throw Fault(column, $"'{Text(column)}' is no whole number");
    }

    public CityInputException Fault(string? column, string problem) => new(table.File, line, column, problem);
}

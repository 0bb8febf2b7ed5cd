using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace CityGuard.Cities.Import.Files;

/// <summary>Reads a table as it lies there: CSV, packed or not, or GeoJSON.</summary>
internal sealed class TableReader(string folder, string crs, InputProblems problems)
{
    static TableReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The rows; empty when the file cannot be read, which is then reported.</summary>
    /// <param name="needed">Columns without which a CSV is not what it should be; <c>lon</c> and <c>lat</c> come from the points of GeoJSON.</param>
    public IReadOnlyList<InputRow> Rows(TableFile table, params string[] needed)
        => problems.Try<IReadOnlyList<InputRow>>(() => IsGeoJson(table.File) ? Features(table) : Csv(table, needed)) ?? [];

    public static bool IsGeoJson(string file) => file.EndsWith(".geojson", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    private InputRow[] Features(TableFile table)
        => [.. GeoFile.Read(Path.Combine(folder, table.File)).Select(f => new InputRow(f.File, f.Number, f.Properties, f.Point(problems), table.Crs ?? crs, problems))];

    private List<InputRow> Csv(TableFile table, string[] needed)
    {
        var file = Path.GetFileName(table.File);
        var text = Decode(InputFile.ReadAll(Path.Combine(folder, table.File)), table.Encoding, file);
        if (table.Separator is not ("," or ";" or "\t"))
            throw new CityInputException(file, $"'{table.Separator}' cannot be the separator of its columns; ',' ';' and a tab can");
        var bad = new List<(int Line, string Text)>();
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = table.Separator,
            TrimOptions = TrimOptions.Trim,
            BadDataFound = found => bad.Add((found.Context.Parser!.RawRow, found.Field)),
        });
        if (!parser.Read() || parser.Record is not { } head)
            throw new CityInputException(file, "it is empty");
        Header(file, table, head, needed);
        var rows = new List<InputRow>();
        while (parser.Read())
        {
            var fields = parser.Record!;
            if (fields.All(string.IsNullOrWhiteSpace))
                continue;
            if (fields.Length > head.Length)
                problems.Add(file, parser.RawRow, "", $"it has {fields.Length} columns, the first line names {head.Length}");
            else
                rows.Add(new InputRow(file, parser.RawRow, head.Zip(fields).ToDictionary(f => f.First, f => f.Second), null, table.Crs ?? crs, problems));
        }

        foreach (var (line, found) in bad)
            problems.Add(file, line, "", $"a quotation mark is out of place: {found.Trim()}");
        return rows;
    }

    private static void Header(string file, TableFile table, string[] head, string[] needed)
    {
        if (head.Distinct().Count() < head.Length)
            throw new CityInputException(file, 1, null, $"the column '{head.GroupBy(h => h).First(g => g.Count() > 1).Key}' occurs twice");
        if (needed.FirstOrDefault(n => !head.Contains(n)) is not { } missing)
            return;
        foreach (var other in (string[])[";", ",", "\t"])
            if (head.Length == 1 && other != table.Separator && head[0].Contains(other, StringComparison.Ordinal))
                throw new CityInputException(file, 1, null, $"its columns are separated by '{(other == "\t" ? "a tab" : other)}'; say so in city.json (\"separator\": \"{(other == "\t" ? "\\t" : other)}\")");
        throw new CityInputException(file, 1, missing, $"the column is missing; there are: {string.Join(", ", head)}");
    }

    private static string Decode(byte[] bytes, string encoding, string file)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            throw new CityInputException(file, "it is UTF-16; save it as UTF-8");
        try
        {
            Encoding chosen = encoding.ToUpperInvariant() switch
            {
                "UTF-8" or "UTF8" => new UTF8Encoding(false, throwOnInvalidBytes: true),
                "GBK" or "GB2312" or "GB18030" => Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback),
                _ => throw new CityInputException(file, $"the encoding '{encoding}' is not known; UTF-8 and GB18030 are"),
            };
            if (bytes.Contains((byte)0))
                throw new CityInputException(file, "it is no text");
            // What Excel writes before UTF-8 is no part of the first column's name.
            return chosen.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new CityInputException(file, encoding.StartsWith("UTF", StringComparison.OrdinalIgnoreCase)
                ? "it is not UTF-8; if it comes from a Chinese system it is GBK: say so in city.json (\"encoding\": \"GB18030\"), or save it as UTF-8"
                : $"it is not {encoding}");
        }
    }
}

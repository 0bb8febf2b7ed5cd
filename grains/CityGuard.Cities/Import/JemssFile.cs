using System.Globalization;
using System.Text;

namespace CityGuard.Cities.Import;

/// <summary>A file of tables: a row with the table's name (and perhaps how many rows it has), a row of column names, rows, an empty row.</summary>
internal sealed class JemssFile
{
    private readonly Dictionary<string, JemssTable> _tables = [];

    private JemssFile(string name) => Name = name;

    public string Name { get; }

    public JemssTable this[string table] => _tables.TryGetValue(table, out var found) ? found : throw new CityInputException(Name, $"the table '{table}' is missing");

    /// <summary>Reads a file of named tables.</summary>
    public static JemssFile Read(string folder, string name)
    {
        var (file, lines) = Lines(folder, name);
        var read = new JemssFile(file);
        for (var at = 0; at < lines.Length; at++)
        {
            var head = CsvLine.Split(lines[at]);
            if (IsEmpty(head))
                continue;
            if (at + 1 >= lines.Length)
                throw new CityInputException(file, at + 1, null, $"the table '{head[0]}' has no row of column names");
            var table = new JemssTable(file, at + 2, head[0], CsvLine.Split(lines[at + 1]));
            var first = at + 2;
            for (at = first; at < lines.Length && CsvLine.Split(lines[at]) is var fields && !IsEmpty(fields); at++)
                table.Add(at + 1, fields);
            if (head.Length > 1 && int.TryParse(head[1], NumberStyles.None, CultureInfo.InvariantCulture, out var rows) && head[0] is "nodes" or "arcs" && rows != table.Rows.Count)
                throw new CityInputException(file, first - 1, null, $"the table '{head[0]}' should have {rows} rows and has {table.Rows.Count}");
            read._tables[head[0]] = table;
        }

        return read;
    }

    /// <summary>Reads a file that is one table with column names in its first row.</summary>
    public static JemssTable ReadPlain(string folder, string name)
    {
        var (file, lines) = Lines(folder, name);
        if (lines.Length == 0)
            throw new CityInputException(file, "it is empty");
        var table = new JemssTable(file, 1, name, CsvLine.Split(lines[0]));
        for (var at = 1; at < lines.Length; at++)
            if (CsvLine.Split(lines[at]) is var fields && !IsEmpty(fields))
                table.Add(at + 1, fields);
        return table;
    }

    private static bool IsEmpty(string[] fields) => fields.All(f => f.Length == 0);

    private static (string File, string[] Lines) Lines(string folder, string name)
    {
        foreach (var file in (string[])[name, name + ".gz"])
        {
            var path = Path.Combine(folder, file);
            if (!File.Exists(path))
                continue;
            var text = Encoding.UTF8.GetString(InputFile.ReadAll(path));
            return (file, text.TrimStart('\uFEFF').Split('\n').Select(l => l.TrimEnd('\r')).ToArray());
        }

        throw new CityInputException(name, $"it is missing in '{folder}'");
    }
}

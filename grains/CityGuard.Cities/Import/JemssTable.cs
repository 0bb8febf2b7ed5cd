namespace CityGuard.Cities.Import;

/// <summary>One named table of a file.</summary>
internal sealed class JemssTable(string file, int line, string name, string[] columns)
{
    private readonly List<JemssRow> _rows = [];

    public string File => file;

    public string Name => name;

    public IReadOnlyList<JemssRow> Rows => _rows;

    public int Column(string column) => Array.IndexOf(columns, column);

    public void Add(int rowLine, string[] fields) => _rows.Add(new JemssRow(this, rowLine, fields));

    /// <summary>Complains unless all these columns are there.</summary>
    public JemssTable Require(params ReadOnlySpan<string> wanted)
    {
        foreach (var column in wanted)
            if (Column(column) < 0)
                throw new CityInputException(file, line, column, "the column is missing");
        return this;
    }

    /// <summary>Complains unless the column <c>index</c> counts 1, 2, 3 ...: other tables refer to rows by it.</summary>
    public JemssTable RequireCounting(string column = "index")
    {
        Require(column);
        for (var i = 0; i < _rows.Count; i++)
            if (_rows[i].Whole(column, 1, int.MaxValue) != i + 1)
                throw _rows[i].Fault(column, $"{_rows[i].Text(column)} stands where {i + 1} is due");
        return this;
    }
}

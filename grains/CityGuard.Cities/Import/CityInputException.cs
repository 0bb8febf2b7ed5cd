using System.Globalization;

namespace CityGuard.Cities.Import;

/// <summary>A file given as input cannot be used; the message is one line that names the file, the line and the field.</summary>
public sealed class CityInputException : Exception
{
    public CityInputException(string file, int line, string? field, string problem)
        : base(Describe(file, line, field, problem))
        => (File, Line, Field, Problem) = (file, line, field, problem.ReplaceLineEndings(" "));

    public CityInputException(string file, string problem)
        : this(file, 0, null, problem)
    {
    }

    /// <summary>Name of the file.</summary>
    public string File { get; }

    /// <summary>Line, from 1; 0 when the fault is of the whole file.</summary>
    public int Line { get; }

    /// <summary>Column name; null when the fault is of the whole line.</summary>
    public string? Field { get; }

    /// <summary>What is wrong.</summary>
    public string Problem { get; }

    private static string Describe(string file, int line, string? field, string problem)
        => file + (line > 0 ? string.Create(CultureInfo.InvariantCulture, $", line {line}") : "") + (field is null ? "" : $", {field}") + ": " + problem.ReplaceLineEndings(" ");
}

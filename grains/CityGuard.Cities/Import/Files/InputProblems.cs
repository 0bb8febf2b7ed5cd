using System.Globalization;

namespace CityGuard.Cities.Import.Files;

/// <summary>One thing that is wrong with the input.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Line">Line (of GeoJSON: number of the feature), from 1; 0: the whole file.</param>
/// <param name="Field">Column or property; empty: the whole line.</param>
/// <param name="Problem">What is wrong, and what would be right.</param>
public sealed record InputProblem(string File, int Line, string Field, string Problem)
{
    public override string ToString()
        => File + (Line > 0 ? string.Create(CultureInfo.InvariantCulture, $", line {Line}") : "") + (Field.Length > 0 ? $", {Field}" : "") + ": " + Problem;
}

/// <summary>The files of a city cannot be used; nothing was made of them.</summary>
public sealed class CityFilesException(IReadOnlyList<InputProblem> problems)
    : Exception($"{problems.Count} {(problems.Count == 1 ? "problem" : "problems")}; nothing was imported. The first: {problems[0]}")
{
    public IReadOnlyList<InputProblem> Problems { get; } = problems;
}

/// <summary>Collects what is wrong, ignored or assumed, so that a user is told everything at once.</summary>
internal sealed class InputProblems
{
    private const int MostListed = 1000, MostLetters = 400;

    private readonly List<InputProblem> _problems = [];
    private readonly List<string> _ignored = [], _assumed = [];

    public IReadOnlyList<InputProblem> All => _problems;

    public IReadOnlyList<string> Ignored => _ignored;

    public IReadOnlyList<string> Assumed => _assumed;

    public void Add(string file, int line, string field, string problem)
    {
        if (_problems.Count < MostListed)
            _problems.Add(new InputProblem(file, line, field, problem.ReplaceLineEndings(" ") is { Length: > MostLetters } text ? text[..MostLetters] + " ..." : problem.ReplaceLineEndings(" ")));
    }

    public void Ignore(string what) => _ignored.Add(what);

    public void Assume(string what) => _assumed.Add(what);

    /// <summary>Runs a step; what it throws of an unusable file becomes a problem, and its result is then null.</summary>
    public T? Try<T>(Func<T> step)
        where T : class
    {
        try
        {
            return step();
        }
        catch (CityInputException error)
        {
            Add(error.File, error.Line, error.Field ?? "", error.Problem);
            return null;
        }
    }

    public void ThrowIfAny()
    {
        if (_problems.Count > 0)
            throw new CityFilesException(_problems);
    }
}

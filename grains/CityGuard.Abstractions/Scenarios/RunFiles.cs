namespace CityGuard.Abstractions.Scenarios;

/// <summary>Names of the files of an answer.</summary>
public static class RunFiles
{
    private static readonly (RunFile File, string Name, string Type)[] All =
    [
        (RunFile.Answer, "answer.json", "application/json"),
        (RunFile.Figures, "figures.csv", "text/csv"),
        (RunFile.Responders, "responders.csv", "text/csv"),
        (RunFile.Map, "map.geojson", "application/geo+json"),
        (RunFile.Report, "report.html", "text/html"),
        (RunFile.ReportZh, "report.zh-CN.html", "text/html"),
    ];

    /// <summary>Name of a file.</summary>
    public static string NameOf(RunFile file) => All.First(known => known.File == file).Name;

    /// <summary>Media type of a file.</summary>
    public static string TypeOf(RunFile file) => All.First(known => known.File == file).Type;

    /// <summary>False when there is no file of that name.</summary>
    public static bool TryParse(string name, out RunFile file)
    {
        var at = Array.FindIndex(All, known => known.Name == name);
        file = at < 0 ? default : All[at].File;
        return at >= 0;
    }
}

using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace CityGuard.Conventions.Tests;

/// <summary>The checkout that these tests were built from.</summary>
internal static class House
{
    public static string Root { get; } = FindRoot();

    /// <summary>Product projects by short name, with the short names of the projects they reference.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> References { get; } = Directory
        .EnumerateFiles(Root, "*.csproj", SearchOption.AllDirectories)
        .Where(p => !Within(p, "tests") && !Generated(p))
        .ToDictionary(Short, p => (IReadOnlyList<string>)[.. XDocument.Load(p).Descendants("ProjectReference").Select(r => Short((string)r.Attribute("Include")!))]);

    /// <summary>Source files of the product and its tests, build outputs and generated files left out.</summary>
    public static IEnumerable<string> Sources(params string[] extensions) => Directory
        .EnumerateFiles(Root, "*", SearchOption.AllDirectories)
        .Where(p => extensions.Contains(Path.GetExtension(p)) && !Generated(p));

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    public static bool Within(string path, string folder) => Relative(path).StartsWith(folder + "/", StringComparison.Ordinal);

    private static string Short(string project) => Path.GetFileNameWithoutExtension(project.Replace('\\', '/')).Replace("CityGuard.", "", StringComparison.Ordinal);

    private static bool Generated(string path)
        => Relative(path).Split('/').Any(part => part is "bin" or "obj" or "node_modules" or ".git" or "artifacts" or "lib" or "data");

    private static string FindRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}

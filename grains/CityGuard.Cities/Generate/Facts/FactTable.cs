using System.Globalization;

namespace CityGuard.Cities.Generate.Facts;

/// <summary>A table of facts that stands in this folder and travels inside the assembly; see its README for the sources.</summary>
internal static class FactTable
{
    public static string[][] Read(string name, bool header = true)
    {
        using var stream = typeof(FactTable).Assembly.GetManifestResourceStream($"Facts/{name}.csv")
            ?? throw new InvalidOperationException($"The table of facts '{name}' is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Skip(header ? 1 : 0).Select(line => line.Split(',')).ToArray();
    }

    public static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    public static int Whole(string text) => int.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture);

    /// <summary>A line written as <c>lon lat;lon lat;...</c>.</summary>
    public static Spot[] Line(string text) => text.Split(';').Select(pair => pair.Split(' ')).Select(p => Plane.Of(Number(p[0]), Number(p[1]))).ToArray();
}

using System.Text.Json;
using CityGuard.Cities.Package;

namespace CityGuard.Cities.Rules;

/// <summary>The rules that a Chinese city starts with, read from <c>default-rules.json</c>: they are data, and every package carries its own copy.</summary>
public static class DefaultRules
{
    /// <summary>A fresh copy of the default rules.</summary>
    public static CityRules Read()
    {
        using var stream = typeof(DefaultRules).Assembly.GetManifestResourceStream("CityGuard.Cities.Rules.default-rules.json")
            ?? throw new InvalidOperationException("The default rules are not in the assembly.");
        return JsonSerializer.Deserialize(stream, CityJson.Default.CityRules)!;
    }
}

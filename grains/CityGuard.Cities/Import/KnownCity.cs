using System.Collections.Immutable;
using System.Text.Json;
using CityGuard.Cities.Package;
using CityGuard.Domain.Areas;

namespace CityGuard.Cities.Import;

/// <summary>What the files of a model do not say and is known of the cities that come with the research package.</summary>
internal sealed record KnownCity(BilingualName Name, string TimeZone, int Residents, ImmutableArray<CitySource> Sources)
{
    public static KnownCity? Find(string key)
    {
        using var stream = typeof(KnownCity).Assembly.GetManifestResourceStream("CityGuard.Cities.Import.known-cities.json")
            ?? throw new InvalidOperationException("The known cities are not in the assembly.");
        return JsonSerializer.Deserialize(stream, CityJson.Default.DictionaryStringKnownCity)!.GetValueOrDefault(key);
    }
}

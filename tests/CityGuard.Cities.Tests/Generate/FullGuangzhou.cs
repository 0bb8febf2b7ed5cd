using CityGuard.Cities.Generate;

namespace CityGuard.Cities.Tests.Generate;

/// <summary>The whole city, generated once for all tests that look at it.</summary>
public sealed class FullGuangzhou
{
    public FullGuangzhou()
    {
        var draft = GuangzhouGenerator.Generate(new GuangzhouOptions());
        City = new CityModel(draft.Manifest, draft.Parts);
    }

    public CityModel City { get; }
}

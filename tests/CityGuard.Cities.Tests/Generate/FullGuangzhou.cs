using CityGuard.Cities.Generate;
using Xunit;

[assembly: AssemblyFixture(typeof(CityGuard.Cities.Tests.Generate.FullGuangzhou))]

namespace CityGuard.Cities.Tests.Generate;

/// <summary>The whole city, generated once, when a test first asks, for all tests that look at it.</summary>
public sealed class FullGuangzhou
{
    private readonly Lazy<CityDraft> _draft = new(() => GuangzhouGenerator.Generate(new GuangzhouOptions()));
    private readonly Lazy<CityModel> _city;

    public FullGuangzhou() => _city = new(() => new CityModel(Draft.Manifest, Draft.Parts));

    public CityDraft Draft => _draft.Value;

    public CityModel City => _city.Value;
}

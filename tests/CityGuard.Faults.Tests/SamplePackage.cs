using CityGuard.Cities.Package;
using CityGuard.Cities.Sample;

namespace CityGuard.Faults.Tests;

/// <summary>A folder of one test with a small compiled city beside the data folder.</summary>
internal sealed class SamplePackage : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("cityguard-faults-").FullName;

    public SamplePackage(int seed = 1)
    {
        City = Path.Combine(_root, "city");
        CityPackage.Save(SampleCity.Draft(seed), City);
    }

    /// <summary>The compiled city.</summary>
    public string City { get; }

    public string Data => Path.Combine(_root, "data");

    /// <summary>A place for what the test itself writes down, outside the data folder.</summary>
    public string Notes => Path.Combine(_root, "acknowledged");

    public void Dispose() => Directory.Delete(_root, recursive: true);
}

namespace CityGuard.Storage.Tests;

/// <summary>A data folder of one test.</summary>
internal sealed class TempFolder : IDisposable
{
    public DataFolder Data { get; } = new(Path.Combine(Path.GetTempPath(), "cityguard-" + Guid.NewGuid().ToString("N")));

    public void Dispose()
    {
        if (Directory.Exists(Data.Path))
            Directory.Delete(Data.Path, recursive: true);
    }
}

namespace CityGuard.Cities.Import;

/// <summary>Passes the fraction of one stage on.</summary>
internal sealed class StageProgress(string stage, IProgress<CityProgress>? outer) : IProgress<double>
{
    public void Report(double value) => outer?.Report(new CityProgress(stage, value));
}

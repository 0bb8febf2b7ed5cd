namespace CityGuard.Silo.Commands;

/// <summary>Unlike <see cref="Progress{T}"/>, reports in order on the caller's own thread.</summary>
internal sealed class Relay<T>(Action<T> report) : IProgress<T>
{
    public void Report(T value) => report(value);
}

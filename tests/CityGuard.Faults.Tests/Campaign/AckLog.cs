using System.Text;
using CityGuard.Domain.Journal.Invariants;

namespace CityGuard.Faults.Tests.Campaign;

/// <summary>What the city has acknowledged, written down outside it: each fact in one write of its own, unbuffered.</summary>
internal sealed class AckLog(string file) : IDisposable
{
    private readonly FileStream _file = new(file, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
    private readonly Lock _gate = new();
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public void Add(string kind, string stream, string? operation)
    {
        var line = Encoding.UTF8.GetBytes($"{new AckedFact(kind, stream, null, operation)}\n");
        lock (_gate)
            _file.Write(line);
        Interlocked.Increment(ref _count);
    }

    public void Dispose() => _file.Dispose();
}

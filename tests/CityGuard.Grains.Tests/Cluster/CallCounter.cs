using System.Collections.Concurrent;

namespace CityGuard.Grains.Tests.Cluster;

/// <summary>Counts what arrives at actors, by interface and method.</summary>
internal sealed class CallCounter : IIncomingGrainCallFilter
{
    private readonly ConcurrentDictionary<string, int> _calls = new();

    public IReadOnlyDictionary<string, int> Calls => _calls;

    public Task Invoke(IIncomingGrainCallContext context)
    {
        _calls.AddOrUpdate($"{context.InterfaceMethod.DeclaringType?.Name}.{context.InterfaceMethod.Name}", 1, (_, count) => count + 1);
        return context.Invoke();
    }
}

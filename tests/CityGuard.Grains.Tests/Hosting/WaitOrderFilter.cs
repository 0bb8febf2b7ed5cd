using System.Collections.Concurrent;
using CityGuard.Grains.Hosting;
using Orleans.Metadata;

namespace CityGuard.Grains.Tests.Hosting;

/// <summary>Refuses, in tests, any awaited call that goes against the wait order, and remembers it.</summary>
internal sealed class WaitOrderFilter(GrainClassMap classes, WaitOrderBreaches breaches) : IIncomingGrainCallFilter
{
    public Task Invoke(IIncomingGrainCallContext context)
    {
        if (context.SourceId is { } source && classes.TryGetGrainClass(source.Type, out var caller) && !WaitOrder.Allows(caller, context.InterfaceMethod))
        {
            var breach = $"{caller.Name} awaits {context.InterfaceMethod.DeclaringType!.Name}.{context.InterfaceMethod.Name}";
            breaches.Add(breach);
            throw new InvalidOperationException($"Against the wait order: {breach}.");
        }

        return context.Invoke();
    }
}

/// <summary>Breaches of the wait order over all silos of a test.</summary>
internal sealed class WaitOrderBreaches
{
    private readonly ConcurrentDictionary<string, int> _breaches = new();

    public IReadOnlyCollection<string> Seen => [.. _breaches.Keys];

    public void Add(string breach) => _breaches.AddOrUpdate(breach, 1, (_, n) => n + 1);
}

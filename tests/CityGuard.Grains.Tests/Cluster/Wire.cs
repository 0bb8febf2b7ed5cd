using System.Collections.Concurrent;

namespace CityGuard.Grains.Tests.Cluster;

/// <summary>Between the actors: counts what arrives, and loses calls or answers where a test says so.</summary>
internal sealed class Wire : IIncomingGrainCallFilter
{
    private readonly ConcurrentDictionary<string, int> _calls = new();
    private readonly ConcurrentDictionary<string, int> _loseCalls = new();
    private readonly ConcurrentDictionary<string, int> _loseAnswers = new();
    private int _lost;

    /// <summary>Calls by interface and method.</summary>
    public IReadOnlyDictionary<string, int> Calls => _calls;

    /// <summary>Losses that happened: a test asserts that its fault bit.</summary>
    public int Lost => Volatile.Read(ref _lost);

    /// <summary>The next <paramref name="times"/> calls of this method never arrive.</summary>
    public void LoseCalls(string method, int times) => _loseCalls[method] = times;

    /// <summary>The next <paramref name="times"/> calls of this method are carried out, but their callers hear of a failure.</summary>
    public void LoseAnswers(string method, int times) => _loseAnswers[method] = times;

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        var method = $"{context.InterfaceMethod.DeclaringType?.Name}.{context.InterfaceMethod.Name}";
        _calls.AddOrUpdate(method, 1, (_, count) => count + 1);
        if (Takes(_loseCalls, method))
            throw new TimeoutException("the call was lost");
        await context.Invoke();
        if (Takes(_loseAnswers, method))
            throw new TimeoutException("the answer was lost");
    }

    private bool Takes(ConcurrentDictionary<string, int> losses, string method)
    {
        if (!losses.TryGetValue(method, out var left) || left == 0)
            return false;
        losses[method] = left - 1;
        Interlocked.Increment(ref _lost);
        return true;
    }
}

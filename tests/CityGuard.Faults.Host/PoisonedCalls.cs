namespace CityGuard.Faults.Host;

/// <summary>One incident whose every call but its report fails, whoever makes it and however often: a message that nobody can digest.</summary>
internal sealed class PoisonedCalls : IIncomingGrainCallFilter
{
    private readonly string _poisoned = Environment.GetEnvironmentVariable("CITYGUARD_TEST_POISONED") ?? "";

    public Task Invoke(IIncomingGrainCallContext context)
    {
        if (context.TargetId.Key.ToString() != _poisoned || context.MethodName == "Report")
            return context.Invoke();
        Console.WriteLine($"poison: {context.MethodName}");
        throw new InvalidOperationException("poisoned");
    }
}

namespace CityGuard.Grains.Tests.Cluster;

/// <summary>An answer of the journal that is on its way for as long as a test wants.</summary>
internal sealed class HeldAnswer
{
    private readonly TaskCompletionSource _given = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _arrives = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The journal has done what it was asked, and its answer is on its way.</summary>
    public Task Given => _given.Task.WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>It arrives.</summary>
    public void Arrive() => _arrives.TrySetResult();

    public async Task<T> Hold<T>(T answer)
    {
        _given.TrySetResult();
        await _arrives.Task;
        return answer;
    }
}

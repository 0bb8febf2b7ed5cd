namespace CityGuard.Grains.Responders;

internal static class Waiting
{
    /// <summary>Ends when it is set or the time is up, whichever comes first; never throws.</summary>
    public static async Task UntilSetOrLate(TaskCompletionSource set, TimeSpan wait, TimeProvider time)
    {
        using var over = new CancellationTokenSource();
        await Task.WhenAny(set.Task, Task.Delay(wait, time, over.Token));
        await over.CancelAsync();
    }
}

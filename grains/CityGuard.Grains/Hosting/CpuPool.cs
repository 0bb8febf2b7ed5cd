using System.Threading.Channels;

namespace CityGuard.Grains.Hosting;

/// <summary>
/// Threads for long computing, below normal priority and one fewer than there are cores: no grain turn waits behind it. Bounded: when the
/// queue is full, callers wait asynchronously.
/// </summary>
internal sealed class CpuPool : IDisposable
{
    private readonly Channel<Action> _work = Channel.CreateBounded<Action>(256);

    public CpuPool(string name = "CityGuard CPU")
    {
        for (var i = 0; i < Threads; i++)
            new Thread(Work) { IsBackground = true, Priority = ThreadPriority.BelowNormal, Name = $"{name} {i}" }.Start();
    }

    /// <summary>Threads of a pool.</summary>
    public static int Threads { get; } = Math.Max(1, Environment.ProcessorCount - 1);

    /// <summary>Runs a computation and answers on the caller's own scheduler.</summary>
    public async Task<T> Run<T>(Func<T> compute)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        await _work.Writer.WriteAsync(() =>
        {
            try
            {
                answer.SetResult(compute());
            }
#pragma warning disable CA1031 // whatever the computation throws belongs to its caller, not to this thread
            catch (Exception e)
#pragma warning restore CA1031
            {
                answer.SetException(e);
            }
        });
        return await answer.Task;
    }

    public void Dispose() => _work.Writer.TryComplete();

    private void Work()
    {
        // A blocked dedicated thread is what this pool is made of.
        while (_work.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            while (_work.Reader.TryRead(out var action))
                action();
    }
}

using System.Runtime.CompilerServices;

namespace CityGuard.Grains.Hosting;

internal static class Turn
{
    /// <summary>
    /// First await of an activation that may complete without waiting for anything. Orleans 10.4 starts an activation's message loop while
    /// it holds the activation's lock; an activation that never yields runs its first requests and timers there, and two that call each
    /// other then wait for each other's lock for ever.
    /// </summary>
    public static YieldAwaitable Begin() => Task.Yield();
}

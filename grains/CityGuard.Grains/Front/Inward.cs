using CityGuard.Abstractions;
using CityGuard.Grains.Hosting;
using Microsoft.Extensions.Logging;

namespace CityGuard.Grains.Front;

/// <summary>Calls from the door inwards. What may be repeated is, so that one lost answer is not the caller's concern; two are.</summary>
internal sealed class Inward(Closing closing, ILogger<Inward> log)
{
    private const int Tries = 2;

    private static readonly Refusal NoAnswer = new(
        RefusalCode.Unavailable, "no answer in time: look whether it was done, or send the same again where ids make that safe", IsOutcomeUnknown: true);

    /// <summary>For reading, and for facts that carry an id of their own.</summary>
    public Task<Answer<T>> Ask<T>(Func<Task<Answer<T>>> call) => Ask(call, Tries);

    /// <summary>For commands: a second one would be judged as a new one.</summary>
    public Task<Answer<T>> AskOnce<T>(Func<Task<Answer<T>>> call) => Ask(call, 1);

    private async Task<Answer<T>> Ask<T>(Func<Task<Answer<T>>> call, int tries)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (Exception) when (closing.HasBegun)
            {
                return NoAnswer;
            }
            catch (Exception e)
            {
                log.LogWarning(e, "an actor did not answer, try {Try}", attempt);
                if (attempt == tries)
                    return NoAnswer;
            }
        }
    }
}

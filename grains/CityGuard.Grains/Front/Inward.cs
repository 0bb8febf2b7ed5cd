using CityGuard.Abstractions;
using CityGuard.Grains.Hosting;
using Microsoft.Extensions.Logging;

namespace CityGuard.Grains.Front;

/// <summary>Calls from the door inwards. What may be repeated is, so that one lost answer is not the caller's concern; two are.</summary>
internal sealed class Inward(Closing closing, ILogger<Inward> log)
{
    private const int Tries = 2;

    private static readonly Refusal NoAnswer = new(
        RefusalCode.Unavailable, "no answer in time: send the same again, its id makes that safe", IsOutcomeUnknown: true);

    private static readonly Refusal NothingRead = new(RefusalCode.Unavailable, "no answer in time: ask again");

    /// <summary>For facts and commands: each carries an id of its own, so that a second one is known for what it is.</summary>
    public Task<Answer<T>> Ask<T>(Func<Task<Answer<T>>> call) => Ask(call, NoAnswer);

    /// <summary>For reading: where there is no answer, nothing was done either.</summary>
    public Task<Answer<T>> Read<T>(Func<Task<Answer<T>>> call) => Ask(call, NothingRead);

    private async Task<Answer<T>> Ask<T>(Func<Task<Answer<T>>> call, Refusal silence)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (Exception) when (closing.HasBegun)
            {
                return silence;
            }
            catch (Exception e)
            {
                log.LogWarning(e, "an actor did not answer, try {Try}", attempt);
                if (attempt == Tries)
                    return silence;
            }
        }
    }
}

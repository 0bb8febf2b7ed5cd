using CityGuard.Abstractions;
using Microsoft.Extensions.Logging;

namespace CityGuard.Grains.Front;

/// <summary>Calls from the door inwards. All of them may be repeated, so one lost answer is not the caller's concern; two are.</summary>
internal static class Inward
{
    private const int Tries = 2;

    public static async Task<Answer<T>> Ask<T>(ILogger log, Func<Task<Answer<T>>> call)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await call();
            }
            catch (Exception e)
            {
                log.LogWarning(e, "an actor did not answer, try {Try}", tries);
                if (tries == Tries)
                    return new Refusal(RefusalCode.Unavailable, "no answer in time: look whether it was done, or send the same again where ids make that safe", IsOutcomeUnknown: true);
            }
        }
    }
}

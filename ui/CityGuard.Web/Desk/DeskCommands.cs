using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Web.Session;

namespace CityGuard.Web.Desk;

/// <summary>
/// Gives commands with the version that the person saw. A crew's step between looking and deciding moves the version on too: while the slot that was decided
/// about stands as seen, the same command is given again on the new version; once somebody else has touched that slot, the person is told.
/// </summary>
public sealed class DeskCommands(IGrainFactory grains, SessionAccess session, TimeProvider time)
{
    private const int Tries = 3;

    public async Task<Answer<IncidentView>> Give(DeskOrder order, ActAnswer said)
    {
        var (front, call) = (grains.GetGrain<IIncidentFront>(0), new ActCall(grains, await session.Credential(), order, said, order.Seen.Version, Guid.NewGuid().ToString("N"), time.GetUtcNow()));
        for (var attempt = 1; ; attempt++)
        {
            var answer = await Once(call);
            if (answer.Refusal is not { Code: RefusalCode.Conflict } || attempt == Tries)
                return answer;
            if ((await front.Get(call.Caller, call.Incident)).Value is not { } now || now.Version == call.Version || !order.StandsIn(now))
                return answer;
            call = call with { Version = now.Version };
        }
    }

    private static async Task<Answer<IncidentView>> Once(ActCall call)
    {
        try
        {
            return await call.Order.Act.Give(call);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // No door answered: whether it was done is not known, and the person must look.
            return new Refusal(RefusalCode.Unavailable, failure.Message, IsOutcomeUnknown: true);
        }
    }
}

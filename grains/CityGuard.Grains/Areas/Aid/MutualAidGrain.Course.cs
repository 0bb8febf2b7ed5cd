using System.Collections.Immutable;
using CityGuard.Domain.Areas.Aid;
using CityGuard.Domain.Areas.Aid.Events;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Responders;
using Microsoft.Extensions.Logging;

namespace CityGuard.Grains.Areas.Aid;

/// <summary>How an aid proceeds by itself. Each step follows from what is recorded, so a crash anywhere only repeats a step.</summary>
internal sealed partial class MutualAidGrain
{
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(1);

    // Timers take no longer spans; the grain looks again then.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private const int StepsInOneTurn = 8;

    private IGrainTimer? _alarm;

    private async Task Drive()
    {
        for (var steps = 0; steps < StepsInOneTurn && !IsReadOnly; steps++)
        {
            switch (AidRules.Next(State, Now))
            {
                case AidStep.Lend(var responders):
                    if (await Lend(responders))
                        continue;
                    Alarm(Now + AskAgainAfter);
                    return;
                case AidStep.TimeIsOver:
                    await Execute(course => AidRules.Next(course, Now) is AidStep.TimeIsOver ? new AidEnded(null, null, null, Now) : Array.Empty<AidEvent>());
                    continue;
                case AidStep.CallHome(var responders):
                    if (await CallHome(responders))
                        continue;
                    Alarm(Now + AskAgainAfter);
                    return;
                case AidStep.Rest(var until):
                    if (until is { } due)
                        Alarm(due);
                    return;
            }
        }
    }

    /// <summary>False: somebody did not answer. Unknown is not no, so the same is asked again.</summary>
    private async Task<bool> Lend(ImmutableArray<ResponderId> responders)
    {
        var (all, asked) = (true, State.Asked!);
        foreach (var responder in responders)
        {
            try
            {
                var refusal = await GrainFactory.Responder(responder).Lend(AidId.Parse(Stream), asked.Borrower, asked.Until);
                await Execute(course => AidRules.Answered(course, responder, refusal is null ? null : Reason(refusal.Reason, refusal.Holder), Now));
            }
            catch (Exception e) when (!IsPoisoned)
            {
                log.LogWarning("{Aid}: {Responder} did not say whether it is lent: {Reason}", Stream, responder, e.Message);
                all = false;
            }
        }

        return all;
    }

    private async Task<bool> CallHome(ImmutableArray<ResponderId> responders)
    {
        var all = true;
        foreach (var responder in responders)
        {
            try
            {
                await GrainFactory.Responder(responder).ComeHome(AidId.Parse(Stream));
                await Execute(course => AidRules.Returned(course, responder, Now));
            }
            catch (Exception e) when (!IsPoisoned)
            {
                log.LogWarning("{Aid}: {Responder} did not say that it is home: {Reason}", Stream, responder, e.Message);
                all = false;
            }
        }

        return all;
    }

    private static string Reason(string reason, string? holder) => holder is null ? reason : $"{reason}: {holder}";

    private Task OnAlarm(CancellationToken cancel) => IsPoisoned ? Task.CompletedTask : Drive();

    private void Alarm(DateTimeOffset at)
    {
        var wait = at - Now;
        var due = wait <= TimeSpan.Zero ? TimeSpan.Zero : wait < LongestWait ? wait : LongestWait;
        if (_alarm is null)
            _alarm = this.RegisterGrainTimer(OnAlarm, new GrainTimerCreationOptions { DueTime = due, Period = Timeout.InfiniteTimeSpan, KeepAlive = true });
        else
            _alarm.Change(due, Timeout.InfiniteTimeSpan);
    }
}

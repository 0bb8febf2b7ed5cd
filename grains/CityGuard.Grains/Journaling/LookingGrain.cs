using CityGuard.Domain.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace CityGuard.Grains.Journaling;

/// <summary>
/// An actor of which there are few and which few write to. What it tells may have been changed by another activation, on a silo that the others believed dead and that did not
/// know it; nothing tells this one, and its own next append may be days away. So before it answers it looks into the journal, at most every half a minute. Actors that are many, or change by the
/// minute, look on occasions of their own.
/// </summary>
internal abstract class LookingGrain<TState, TEvent>(IJournal journal, EventCodec<TEvent> codec, TState empty)
    : JournaledGrain<TState, TEvent>(journal, codec, empty), IIncomingGrainCallFilter
    where TState : class
    where TEvent : class
{
    private TimeProvider? _time;
    private DateTimeOffset _lookAt;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await base.OnActivateAsync(cancellationToken);
        _time = ServiceProvider.GetRequiredService<TimeProvider>();
        _lookAt = _time.GetUtcNow() + LookEvery;
    }

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        if (!IsPoisoned && _time is { } time && time.GetUtcNow() is var now && now >= _lookAt)
        {
            _lookAt = now + LookEvery;
            if (await CatchUp(time))
                CaughtUp();
        }

        await context.Invoke();
    }

    /// <summary>There was something new: what others are told of the state, or wait for by the clock, may have changed with it.</summary>
    protected virtual void CaughtUp()
    {
    }
}

using CityGuard.Abstractions;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Aid;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Journaling;

namespace CityGuard.Grains.Responders;

/// <summary>To whom it is lent. Boards of other areas leave it out while they hear so, and by the clock once the time is over.</summary>
internal abstract partial class ResponderGrain
{
    private int LentTo => State.Lent is { } lent && services.Index.City.TryArea(lent.To.Value, out var area) ? area : -1;

    private int[] Borrowers => LentTo is >= 0 and var area && Now < State.Lent!.Until ? services.Index.Areas.Sectors(area).ToArray() : [];

    public async Task<Refusal?> Lend(AidId aid, AreaId to, DateTimeOffset until)
    {
        var before = State;
        var objection = await Execute(state => LendingRules.Lend(state, aid, to, until, Now), confirm: true);
        Settle(before);
        return objection is null ? null : objection.ToRefusal();
    }

    public async Task ComeHome(AidId aid)
    {
        var before = State;
        await Execute(state => LendingRules.ComeHome(state, aid, Now), confirm: true);
        Settle(before);
    }
}

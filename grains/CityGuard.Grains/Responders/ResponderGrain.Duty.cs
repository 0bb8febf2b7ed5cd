using CityGuard.Domain.Duty;
using CityGuard.Domain.Responders;

namespace CityGuard.Grains.Responders;

/// <summary>The duty level it is under: the one of its home sector, wherever it is.</summary>
internal abstract partial class ResponderGrain
{
    private DutyPicture _duty = DutyPicture.Empty;

    /// <summary>What keeps it ready now.</summary>
    private ReadinessTerms Terms
    {
        get
        {
            var terms = services.TermsOf(_index);
            return services.Duties.At(_duty) is { Order: { } order, Rank: var rank } && services.Duties.Table[rank].SignInSeconds is { } seconds
                ? terms with { Tight = new TightSignIn(TimeSpan.FromSeconds(seconds), order.From, order.Until) }
                : terms;
        }
    }

    /// <summary>Also called when a level begins or ends by itself: boards must hear then how long it is ready.</summary>
    public Task HearDuty(DutyPicture picture)
    {
        // Who has been posted elsewhere may still hear of the areas that it was under.
        var above = services.Index.Areas.SelfAndAncestors(services.Index.City.Cells.Sectors[services.Index.HomeSector(_index)].Area).Select(area => services.Index.City.Areas[area].Id).ToHashSet();
        _duty = _duty.With(picture.Of(above));
        Announce();
        return Task.CompletedTask;
    }

    public Task<DutyInForce> DutyNow() => Task.FromResult(services.Duties.At(_duty));
}

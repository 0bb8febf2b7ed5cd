using CityGuard.Domain.Duty;
using Orleans.Concurrency;

namespace CityGuard.Grains.Duty;

/// <summary>Whoever is at home in a sector and under its duty level: responders, cells, key targets.</summary>
[Alias("CityGuard.Grains.IUnderDuty")]
internal interface IUnderDuty : IGrainWithStringKey
{
    /// <summary>From its sector: what the areas above have ordered. Pictures only grow, so an old one does no harm.</summary>
    [Alias("HearDuty")]
    Task HearDuty(DutyPicture picture);

    /// <summary>The level in force here now.</summary>
    [Alias("DutyNow"), AlwaysInterleave]
    Task<DutyInForce> DutyNow();
}

using CityGuard.Abstractions;
using CityGuard.Abstractions.Duty;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Duty;
using CityGuard.Domain.Plans;
using Orleans.Concurrency;

namespace CityGuard.Grains.Areas;

/// <summary>An area of either tree. Keyed by area id.</summary>
[Alias("CityGuard.Grains.IAreaGrain")]
internal interface IAreaGrain : IGrainWithStringKey
{
    /// <summary>Called by the warden: keeps the area awake and tells its sectors again what is set here. False: it moves to another silo, call again.</summary>
    [Alias("Ensure")]
    Task<bool> Ensure();

    /// <summary>Says how much goes by itself for everything in the area; the latest word of an area above or below counts. Journaled before it answers; a repeat of a command changes nothing.</summary>
    [Alias("SetMode")]
    Task<Answer<Done>> SetMode(DispatchMode mode, string why, string by, string? command = null);

    /// <summary>What was last said here; null when nothing was.</summary>
    [Alias("Mode"), AlwaysInterleave]
    Task<ModeWord?> Mode();

    /// <summary>Orders a duty level. Journaled before it answers, told to the sectors right after; a repeat of a command changes nothing.</summary>
    [Alias("SetDuty")]
    Task<Answer<Done>> SetDuty(DutyCommand command, string by, string id);

    /// <summary>Ends an order before its time. Journaled before it answers.</summary>
    [Alias("EndDuty")]
    Task<Answer<Done>> EndDuty(EndDutyCommand command, string by, string id);

    /// <summary>Acknowledges measures of an order that the area, a sector, is under. Journaled before it answers, and known to its board.</summary>
    [Alias("AcknowledgeDuty")]
    Task<Answer<Done>> AcknowledgeDuty(DutyOrder order, DutyMeasure[] measures, string by, string id);

    /// <summary>What this area has ordered.</summary>
    [Alias("Duty"), AlwaysInterleave]
    Task<AreaDuty> Duty();
}

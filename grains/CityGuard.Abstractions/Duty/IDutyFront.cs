using CityGuard.Abstractions.Security;

namespace CityGuard.Abstractions.Duty;

/// <summary>The door to graded duty (等级勤务). A stateless worker: use key 0.</summary>
[Alias("CityGuard.IDutyFront")]
public interface IDutyFront : IGrainWithIntegerKey
{
    /// <summary>Orders a level for a sector, a district or the city. Durable when answered; it spreads by itself. Scope command.</summary>
    [Alias("Set")]
    Task<Answer<DutyView>> Set(Credential caller, string area, DutyCommand command);

    /// <summary>Ends an order of the area before its time. Durable when answered. Scope command.</summary>
    [Alias("End")]
    Task<Answer<DutyView>> End(Credential caller, string area, EndDutyCommand command);

    /// <summary>A sector acknowledges measures of an order that it is under; not by whoever gave it. Durable when answered. Scope command, over the sector.</summary>
    [Alias("Acknowledge")]
    Task<Answer<DutyView>> Acknowledge(Credential caller, string sector, AcknowledgeDutyCommand command);

    /// <summary>The duty of a sector, a district or the city. Scope read.</summary>
    [Alias("Duty")]
    Task<Answer<DutyView>> Duty(Credential caller, string area);
}

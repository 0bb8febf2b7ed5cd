using CityGuard.Abstractions.Duty;
using CityGuard.Domain.Areas;

namespace CityGuard.Client;

public sealed partial class CityGuardClient
{
    /// <summary>Orders a duty level (勤务等级) for a sector, a district or the city and all below it; it ends by itself. Scope command.</summary>
    public Task<DutyView> SetDutyAsync(AreaId area, DutyCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.SetDuty(Given(area), command with { Command = command.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>Ends an order of the area before its time. Scope command.</summary>
    public Task<DutyView> EndDutyAsync(AreaId area, EndDutyCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.EndDuty(Given(area), command with { Command = command.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>A sector acknowledges measures of an order that it is under; not by whoever gave it. Scope command.</summary>
    public Task<DutyView> AcknowledgeDutyAsync(AreaId sector, AcknowledgeDutyCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.AcknowledgeDuty(Given(sector), command with { Command = command.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>The duty of a sector, a district or the city: what is in force there, by whose order, until when. Scope read.</summary>
    public Task<DutyView> GetDutyAsync(AreaId area, CancellationToken cancellationToken = default) => _transport.Duty(Given(area), cancellationToken);
}

using CityGuard.Abstractions.Duty;
using CityGuard.Domain.Areas;

namespace CityGuard.Client.Transports;

/// <summary>Graded duty.</summary>
internal partial interface ICityTransport
{
    Task<DutyView> SetDuty(AreaId area, DutyCommand command, CancellationToken cancellationToken);

    Task<DutyView> EndDuty(AreaId area, EndDutyCommand command, CancellationToken cancellationToken);

    Task<DutyView> AcknowledgeDuty(AreaId sector, AcknowledgeDutyCommand command, CancellationToken cancellationToken);

    Task<DutyView> Duty(AreaId area, CancellationToken cancellationToken);
}

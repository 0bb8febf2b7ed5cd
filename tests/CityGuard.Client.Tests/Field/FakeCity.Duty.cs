using CityGuard.Abstractions.Duty;
using CityGuard.Domain.Areas;

namespace CityGuard.Client.Tests.Field;

/// <summary>Graded duty, of which this city knows nothing.</summary>
internal sealed partial class FakeCity
{
    public Task<DutyView> SetDuty(AreaId area, DutyCommand command, CancellationToken cancellationToken) => Unknown<DutyView>();

    public Task<DutyView> EndDuty(AreaId area, EndDutyCommand command, CancellationToken cancellationToken) => Unknown<DutyView>();

    public Task<DutyView> AcknowledgeDuty(AreaId sector, AcknowledgeDutyCommand command, CancellationToken cancellationToken) => Unknown<DutyView>();

    public Task<DutyView> Duty(AreaId area, CancellationToken cancellationToken) => Unknown<DutyView>();
}

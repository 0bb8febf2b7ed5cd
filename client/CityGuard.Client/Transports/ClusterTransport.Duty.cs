using CityGuard.Abstractions.Duty;
using CityGuard.Domain.Areas;

namespace CityGuard.Client.Transports;

/// <summary>Graded duty, in the cluster.</summary>
internal sealed partial class ClusterTransport
{
    private readonly IDutyFront _duty = cluster.GetGrain<IDutyFront>(0);

    public Task<DutyView> SetDuty(AreaId area, DutyCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _duty.Set(_credential, area.Value, command), cancellationToken);

    public Task<DutyView> EndDuty(AreaId area, EndDutyCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _duty.End(_credential, area.Value, command), cancellationToken);

    public Task<DutyView> AcknowledgeDuty(AreaId sector, AcknowledgeDutyCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _duty.Acknowledge(_credential, sector.Value, command), cancellationToken);

    public Task<DutyView> Duty(AreaId area, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _duty.Duty(_credential, area.Value), cancellationToken);
}

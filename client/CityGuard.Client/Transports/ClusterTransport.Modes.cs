using CityGuard.Abstractions.Areas;
using CityGuard.Domain.Areas;

namespace CityGuard.Client.Transports;

/// <summary>How much goes by itself, in the cluster.</summary>
internal sealed partial class ClusterTransport
{
    public Task SetMode(AreaId area, ModeCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _areas.SetMode(_credential, area.Value, command), cancellationToken);

    public Task<AreaModes> Modes(AreaId area, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _areas.Modes(_credential, area.Value), cancellationToken);
}

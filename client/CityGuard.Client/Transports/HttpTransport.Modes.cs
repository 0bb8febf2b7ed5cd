using CityGuard.Abstractions;
using CityGuard.Abstractions.Areas;
using CityGuard.Abstractions.Wire;
using CityGuard.Domain.Areas;

namespace CityGuard.Client.Transports;

/// <summary>How much goes by itself, over HTTP.</summary>
internal sealed partial class HttpTransport
{
    public Task SetMode(AreaId area, ModeCommand command, CancellationToken cancellationToken)
        => Post<ModeCommand, Done>(InArea(ApiRoutes.Mode, area), command, CallKind.Repeatable, cancellationToken);

    public Task<AreaModes> Modes(AreaId area, CancellationToken cancellationToken)
        => Get<AreaModes>(InArea(ApiRoutes.Mode, area), CallKind.Repeatable, cancellationToken);
}

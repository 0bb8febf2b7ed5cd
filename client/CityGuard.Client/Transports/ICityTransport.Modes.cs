using CityGuard.Abstractions.Areas;
using CityGuard.Domain.Areas;

namespace CityGuard.Client.Transports;

/// <summary>How much goes by itself.</summary>
internal partial interface ICityTransport
{
    Task SetMode(AreaId area, ModeCommand command, CancellationToken cancellationToken);

    Task<AreaModes> Modes(AreaId area, CancellationToken cancellationToken);
}

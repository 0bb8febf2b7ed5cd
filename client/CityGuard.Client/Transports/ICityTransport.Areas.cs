using CityGuard.Abstractions.Areas;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.HandOver;

namespace CityGuard.Client.Transports;

/// <summary>What concerns the life of an area.</summary>
internal partial interface ICityTransport
{
    Task<AreaBoard> Board(AreaId area, CancellationToken cancellationToken);

    Task<HandOverView> HandOver(AreaId area, HandOverCommand command, CancellationToken cancellationToken);

    Task<HandOverView> Acknowledge(AreaId area, SheetId sheet, AcknowledgeCommand command, CancellationToken cancellationToken);

    Task<HandOverView> HandOver(AreaId area, SheetId sheet, CancellationToken cancellationToken);

    Task<IReadOnlyList<HandOverView>> HandOvers(AreaId area, int most, CancellationToken cancellationToken);
}

using CityGuard.Abstractions;
using CityGuard.Abstractions.Areas;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.HandOver;

namespace CityGuard.Client.Tests.Field;

/// <summary>The life of areas, of which this city knows nothing.</summary>
internal sealed partial class FakeCity
{
    public Task<AreaBoard> Board(AreaId area, CancellationToken cancellationToken) => Unknown<AreaBoard>();

    public Task<HandOverView> HandOver(AreaId area, HandOverCommand command, CancellationToken cancellationToken) => Unknown<HandOverView>();

    public Task<HandOverView> Acknowledge(AreaId area, SheetId sheet, AcknowledgeCommand command, CancellationToken cancellationToken) => Unknown<HandOverView>();

    public Task<HandOverView> HandOver(AreaId area, SheetId sheet, CancellationToken cancellationToken) => Unknown<HandOverView>();

    public Task<IReadOnlyList<HandOverView>> HandOvers(AreaId area, int most, CancellationToken cancellationToken) => Unknown<IReadOnlyList<HandOverView>>();

    public Task SetMode(AreaId area, ModeCommand command, CancellationToken cancellationToken) => Unknown<Done>();

    public Task<AreaModes> Modes(AreaId area, CancellationToken cancellationToken) => Unknown<AreaModes>();
}

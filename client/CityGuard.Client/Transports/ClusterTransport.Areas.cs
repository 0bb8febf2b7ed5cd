using CityGuard.Abstractions.Areas;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.HandOver;

namespace CityGuard.Client.Transports;

/// <summary>The life of an area, in the cluster.</summary>
internal sealed partial class ClusterTransport
{
    private readonly IAreaFront _areas = cluster.GetGrain<IAreaFront>(0);

    public Task<AreaBoard> Board(AreaId area, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _areas.Board(_credential, area.Value), cancellationToken);

    public Task<HandOverView> HandOver(AreaId area, HandOverCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _areas.HandOver(_credential, area.Value, command), cancellationToken);

    public Task<HandOverView> Acknowledge(AreaId area, SheetId sheet, AcknowledgeCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _areas.Acknowledge(_credential, area.Value, sheet.Value, command), cancellationToken);

    public Task<HandOverView> HandOver(AreaId area, SheetId sheet, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _areas.Sheet(_credential, area.Value, sheet.Value), cancellationToken);

    public Task<IReadOnlyList<HandOverView>> HandOvers(AreaId area, int most, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _areas.Sheets(_credential, area.Value, most), cancellationToken);
}

using System.Globalization;
using CityGuard.Abstractions.Areas;
using CityGuard.Abstractions.Wire;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.HandOver;

namespace CityGuard.Client.Transports;

/// <summary>The life of an area, over HTTP.</summary>
internal sealed partial class HttpTransport
{
    public Task<AreaBoard> Board(AreaId area, CancellationToken cancellationToken)
        => Get<AreaBoard>(InArea(ApiRoutes.AreaBoard, area), CallKind.Repeatable, cancellationToken);

    public Task<HandOverView> HandOver(AreaId area, HandOverCommand command, CancellationToken cancellationToken)
        => Post<HandOverCommand, HandOverView>(InArea(ApiRoutes.HandOvers, area), command, CallKind.Repeatable, cancellationToken);

    public Task<HandOverView> Acknowledge(AreaId area, SheetId sheet, AcknowledgeCommand command, CancellationToken cancellationToken)
        => Post<AcknowledgeCommand, HandOverView>(Fill(InArea(ApiRoutes.Acknowledge, area), sheet.Value, "{sheet}"), command, CallKind.Repeatable, cancellationToken);

    public Task<HandOverView> HandOver(AreaId area, SheetId sheet, CancellationToken cancellationToken)
        => Get<HandOverView>(Fill(InArea(ApiRoutes.HandOver, area), sheet.Value, "{sheet}"), CallKind.Repeatable, cancellationToken);

    public Task<IReadOnlyList<HandOverView>> HandOvers(AreaId area, int most, CancellationToken cancellationToken)
        => Get<IReadOnlyList<HandOverView>>(string.Create(CultureInfo.InvariantCulture, $"{InArea(ApiRoutes.HandOvers, area)}?most={most}"), CallKind.Repeatable, cancellationToken);

    private static string InArea(string template, AreaId area) => Fill(template, area.Value, "{area}");
}

using System.Globalization;
using CityGuard.Abstractions.Duty;
using CityGuard.Abstractions.Wire;
using CityGuard.Domain.Areas;

namespace CityGuard.Client.Transports;

/// <summary>Graded duty, over HTTP.</summary>
internal sealed partial class HttpTransport
{
    public Task<DutyView> SetDuty(AreaId area, DutyCommand command, CancellationToken cancellationToken)
        => Post<DutyCommand, DutyView>(InArea(ApiRoutes.Duty, area), command, CallKind.Repeatable, cancellationToken);

    // A DELETE carries no body, so what it says stands in the query.
    public Task<DutyView> EndDuty(AreaId area, EndDutyCommand command, CancellationToken cancellationToken)
    {
        var which = command.Order is { } order ? string.Create(CultureInfo.InvariantCulture, $"&order={order}") : "";
        var path = $"{InArea(ApiRoutes.Duty, area)}?why={Uri.EscapeDataString(command.Why)}&command={Uri.EscapeDataString(command.Command ?? "")}{which}";
        return Exchange<DutyView>(HttpMethod.Delete, path, null, CallKind.Repeatable, cancellationToken);
    }

    public Task<DutyView> AcknowledgeDuty(AreaId sector, AcknowledgeDutyCommand command, CancellationToken cancellationToken)
        => Post<AcknowledgeDutyCommand, DutyView>(InArea(ApiRoutes.DutyReceipts, sector), command, CallKind.Repeatable, cancellationToken);

    public Task<DutyView> Duty(AreaId area, CancellationToken cancellationToken)
        => Get<DutyView>(InArea(ApiRoutes.Duty, area), CallKind.Repeatable, cancellationToken);
}

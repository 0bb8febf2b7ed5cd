using CityGuard.Abstractions.Areas;
using CityGuard.Abstractions.Wire;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Aid;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Responders;

namespace CityGuard.Client.Transports;

/// <summary>Mutual aid and its price, over HTTP.</summary>
internal sealed partial class HttpTransport
{
    public Task<ReadinessPrice> Price(IReadOnlyList<ResponderId> responders, CancellationToken cancellationToken)
        => Get<ReadinessPrice>($"{ApiRoutes.ReadinessPrice}?responders={Uri.EscapeDataString(string.Join(',', responders))}", CallKind.Repeatable, cancellationToken);

    public Task<IReadOnlyList<ReadinessPrice>> Prices(IReadOnlyList<ResponderId> responders, CancellationToken cancellationToken)
        => Get<IReadOnlyList<ReadinessPrice>>($"{ApiRoutes.ReadinessPrices}?responders={Uri.EscapeDataString(string.Join(',', responders))}", CallKind.Repeatable, cancellationToken);

    public Task<IReadOnlyList<AreaId>> AidDonors(AreaId area, CancellationToken cancellationToken)
        => Get<IReadOnlyList<AreaId>>(InArea(ApiRoutes.AidDonors, area), CallKind.Repeatable, cancellationToken);

    public Task<AidView> AskAid(AreaId area, AidCommand command, CancellationToken cancellationToken)
        => Post<AidCommand, AidView>(InArea(ApiRoutes.Aids, area), command, CallKind.Repeatable, cancellationToken);

    public Task<AidView> Consent(AreaId area, AidId aid, ConsentCommand command, CancellationToken cancellationToken)
        => Post<ConsentCommand, AidView>(OfAid(ApiRoutes.AidConsent, area, aid), command, CallKind.Repeatable, cancellationToken);

    public Task<AidView> Decline(AreaId area, AidId aid, AidAnswer answer, CancellationToken cancellationToken)
        => Post<AidAnswer, AidView>(OfAid(ApiRoutes.AidDecline, area, aid), answer, CallKind.Repeatable, cancellationToken);

    public Task<AidView> EndAid(AreaId area, AidId aid, AidAnswer answer, CancellationToken cancellationToken)
        => Post<AidAnswer, AidView>(OfAid(ApiRoutes.AidEnd, area, aid), answer, CallKind.Repeatable, cancellationToken);

    public Task<AidView> Aid(AreaId area, AidId aid, CancellationToken cancellationToken)
        => Get<AidView>(OfAid(ApiRoutes.Aid, area, aid), CallKind.Repeatable, cancellationToken);

    public Task<IReadOnlyList<AidView>> Aids(AreaId area, CancellationToken cancellationToken)
        => Get<IReadOnlyList<AidView>>(InArea(ApiRoutes.Aids, area), CallKind.Repeatable, cancellationToken);

    private static string OfAid(string template, AreaId area, AidId aid) => Fill(InArea(template, area), aid.Value, "{aid}");
}

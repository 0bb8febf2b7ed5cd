using CityGuard.Abstractions.Areas;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Aid;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Responders;

namespace CityGuard.Client.Transports;

/// <summary>Mutual aid and its price.</summary>
internal partial interface ICityTransport
{
    Task<ReadinessPrice> Price(IReadOnlyList<ResponderId> responders, CancellationToken cancellationToken);

    Task<IReadOnlyList<ReadinessPrice>> Prices(IReadOnlyList<ResponderId> responders, CancellationToken cancellationToken);

    Task<IReadOnlyList<AreaId>> AidDonors(AreaId area, CancellationToken cancellationToken);

    Task<AidView> AskAid(AreaId area, AidCommand command, CancellationToken cancellationToken);

    Task<AidView> Consent(AreaId area, AidId aid, ConsentCommand command, CancellationToken cancellationToken);

    Task<AidView> Decline(AreaId area, AidId aid, AidAnswer answer, CancellationToken cancellationToken);

    Task<AidView> EndAid(AreaId area, AidId aid, AidAnswer answer, CancellationToken cancellationToken);

    Task<AidView> Aid(AreaId area, AidId aid, CancellationToken cancellationToken);

    Task<IReadOnlyList<AidView>> Aids(AreaId area, CancellationToken cancellationToken);
}

using CityGuard.Abstractions.Areas;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Aid;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Responders;

namespace CityGuard.Client.Tests.Field;

/// <summary>Mutual aid, of which this city knows nothing.</summary>
internal sealed partial class FakeCity
{
    public Task<ReadinessPrice> Price(IReadOnlyList<ResponderId> responders, CancellationToken cancellationToken) => Unknown<ReadinessPrice>();

    public Task<IReadOnlyList<ReadinessPrice>> Prices(IReadOnlyList<ResponderId> responders, CancellationToken cancellationToken) => Unknown<IReadOnlyList<ReadinessPrice>>();

    public Task<IReadOnlyList<AreaId>> AidDonors(AreaId area, CancellationToken cancellationToken) => Unknown<IReadOnlyList<AreaId>>();

    public Task<AidView> AskAid(AreaId area, AidCommand command, CancellationToken cancellationToken) => Unknown<AidView>();

    public Task<AidView> Consent(AreaId area, AidId aid, ConsentCommand command, CancellationToken cancellationToken) => Unknown<AidView>();

    public Task<AidView> Decline(AreaId area, AidId aid, AidAnswer answer, CancellationToken cancellationToken) => Unknown<AidView>();

    public Task<AidView> EndAid(AreaId area, AidId aid, AidAnswer answer, CancellationToken cancellationToken) => Unknown<AidView>();

    public Task<AidView> Aid(AreaId area, AidId aid, CancellationToken cancellationToken) => Unknown<AidView>();

    public Task<IReadOnlyList<AidView>> Aids(AreaId area, CancellationToken cancellationToken) => Unknown<IReadOnlyList<AidView>>();
}

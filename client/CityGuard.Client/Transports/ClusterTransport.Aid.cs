using CityGuard.Abstractions.Areas;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Aid;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Responders;

namespace CityGuard.Client.Transports;

/// <summary>Mutual aid and its price, in the cluster.</summary>
internal sealed partial class ClusterTransport
{
    public Task<ReadinessPrice> Price(IReadOnlyList<ResponderId> responders, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _areas.Price(_credential, [.. responders.Select(r => r.Value)]), cancellationToken);

    public Task<IReadOnlyList<ReadinessPrice>> Prices(IReadOnlyList<ResponderId> responders, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _areas.Prices(_credential, [.. responders.Select(r => r.Value)]), cancellationToken);

    public Task<IReadOnlyList<AreaId>> AidDonors(AreaId area, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _areas.Donors(_credential, area.Value), cancellationToken);

    public Task<AidView> AskAid(AreaId area, AidCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _areas.AskAid(_credential, area.Value, command), cancellationToken);

    public Task<AidView> Consent(AreaId area, AidId aid, ConsentCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _areas.Consent(_credential, area.Value, aid.Value, command), cancellationToken);

    public Task<AidView> Decline(AreaId area, AidId aid, AidAnswer answer, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _areas.Decline(_credential, area.Value, aid.Value, answer), cancellationToken);

    public Task<AidView> EndAid(AreaId area, AidId aid, AidAnswer answer, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _areas.EndAid(_credential, area.Value, aid.Value, answer), cancellationToken);

    public Task<AidView> Aid(AreaId area, AidId aid, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _areas.Aid(_credential, area.Value, aid.Value), cancellationToken);

    public Task<IReadOnlyList<AidView>> Aids(AreaId area, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _areas.Aids(_credential, area.Value), cancellationToken);
}

using CityGuard.Abstractions.Areas;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Aid;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Responders;

namespace CityGuard.Client;

public sealed partial class CityGuardClient
{
    /// <summary>What readiness loses if these responders left where they are now; partial where boards are silent. Scope read.</summary>
    /// <param name="responders">1 to 20.</param>
    public Task<ReadinessPrice> GetReadinessPriceAsync(IReadOnlyList<ResponderId> responders, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(responders);
        return _transport.Price([.. responders.Select(Given)], cancellationToken);
    }

    /// <summary>For each of these responders, in their order, what readiness loses if it alone left where it is now. Scope read.</summary>
    /// <param name="responders">1 to 20.</param>
    public Task<IReadOnlyList<ReadinessPrice>> GetReadinessPricesAsync(IReadOnlyList<ResponderId> responders, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(responders);
        return _transport.Prices([.. responders.Select(Given)], cancellationToken);
    }

    /// <summary>Whom an area may ask for aid: its neighbours of the same level, and those above it. Scope read.</summary>
    public Task<IReadOnlyList<AreaId>> GetAidDonorsAsync(AreaId area, CancellationToken cancellationToken = default) => _transport.AidDonors(Given(area), cancellationToken);

    /// <summary>An area asks another for responders (跨区增援). Scope command.</summary>
    public Task<AidView> AskAidAsync(AreaId area, AidCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.AskAid(Given(area), command with { Command = command.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>The donor consents, naming responders, with the price it has seen; refused when the price has become worse. Scope command.</summary>
    public Task<AidView> ConsentAidAsync(AreaId donor, AidId aid, ConsentCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.Consent(Given(donor), Given(aid), command with { Command = command.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>The donor declines. Scope command.</summary>
    public Task<AidView> DeclineAidAsync(AreaId donor, AidId aid, AidAnswer answer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return _transport.Decline(Given(donor), Given(aid), answer with { Command = answer.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>Either side ends an aid before its time, or takes a request back. Scope command.</summary>
    public Task<AidView> EndAidAsync(AreaId area, AidId aid, AidAnswer answer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return _transport.EndAid(Given(area), Given(aid), answer with { Command = answer.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>One request of which the area is one side. Scope read.</summary>
    public Task<AidView> GetAidAsync(AreaId area, AidId aid, CancellationToken cancellationToken = default)
        => _transport.Aid(Given(area), Given(aid), cancellationToken);

    /// <summary>The open requests of which the area, or one below it, is one side; newest first. Scope read.</summary>
    public Task<IReadOnlyList<AidView>> GetAidsAsync(AreaId area, CancellationToken cancellationToken = default)
        => _transport.Aids(Given(area), cancellationToken);
}

using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Protocol;
using CityGuard.Abstractions.Responders;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;

namespace CityGuard.Client;

public sealed partial class CityGuardClient
{
    /// <summary>Takes a responder from whoever holds it; the incident that loses it looks for another unless told otherwise. Scope command.</summary>
    public Task<ResponderView> ForceReleaseAsync(ResponderId responder, ForceReleaseCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.ForceRelease(Given(responder), command with { Command = command.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>Takes a responder from a strictly less grave incident for this one (抽调). Scope command.</summary>
    public Task<IncidentView> DivertAsync(IncidentId incident, DivertCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.Divert(Given(incident), command with { Command = command.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>Opens a closed incident again. Scope command.</summary>
    public Task<IncidentView> ReopenAsync(IncidentId incident, ReopenCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.Reopen(Given(incident), command with { Command = command.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>Merges an incident into an older one: both are about one event (并案). Scope command, over both.</summary>
    public Task<IncidentView> MergeAsync(IncidentId incident, MergeCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.Merge(Given(incident), command with { Command = command.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>Undoes a merge: the incident is on its own again. Scope command, over both.</summary>
    public Task<IncidentView> UnmergeAsync(IncidentId incident, UnmergeCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.Unmerge(Given(incident), command with { Command = command.Command ?? NewId() }, cancellationToken);
    }
}

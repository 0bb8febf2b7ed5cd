using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;

namespace CityGuard.Client;

public sealed partial class CityGuardClient
{
    /// <summary>
    /// Reports an incident; returns once it is durable. The same (source, source id) is the same report: it returns the same incident.
    /// Without an answer it is sent again until <paramref name="cancellationToken"/> ends. Scope ingest.
    /// </summary>
    public Task<ReportReceipt> ReportIncidentAsync(IncidentReport report, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        return _transport.Report(report, cancellationToken);
    }

    /// <summary>An incident with its times, assignments and decision log. Scope read.</summary>
    public Task<IncidentView> GetIncidentAsync(IncidentId incident, CancellationToken cancellationToken = default)
        => _transport.Incident(Given(incident), cancellationToken);

    /// <summary>Open incidents of an area of any level, late ones first, then the gravest, then who waits longest. Scope read.</summary>
    /// <param name="most">1 to 1,000.</param>
    public Task<IReadOnlyList<IncidentLine>> GetOpenIncidentsAsync(AreaId area, int most = 100, CancellationToken cancellationToken = default)
        => _transport.OpenIncidents(Given(area), most, cancellationToken);

    /// <summary>Switches automatic dispatch of an area on or off. Scope command.</summary>
    public Task SetAutomaticAsync(AreaId area, bool on, string why, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(why);
        return _transport.SetAutomatic(Given(area), new AutomaticCommand(on, why, NewId()), cancellationToken);
    }

    /// <summary>Takes a responder off an incident (撤回). Scope command.</summary>
    public Task<IncidentView> RecallAsync(IncidentId incident, RecallCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.Recall(Given(incident), command with { Command = command.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>Replaces one responder by another (改派). Scope command.</summary>
    public Task<IncidentView> ReassignAsync(IncidentId incident, ReassignCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.Reassign(Given(incident), command with { Command = command.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>Sends one more responder (增派). Scope command.</summary>
    public Task<IncidentView> AddAsync(IncidentId incident, AddCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.Add(Given(incident), command with { Command = command.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>Closes an incident: releases everyone first. Scope command.</summary>
    public Task<IncidentView> CloseAsync(IncidentId incident, CloseCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.Close(Given(incident), command with { Command = command.Command ?? NewId() }, cancellationToken);
    }

    // Every command has an id, so that it can be sent again when its answer is lost.
    private static string NewId() => Guid.NewGuid().ToString("N");
}

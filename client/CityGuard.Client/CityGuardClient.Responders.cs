using CityGuard.Abstractions.Responders;
using CityGuard.Domain;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;

namespace CityGuard.Client;

public sealed partial class CityGuardClient
{
    private const int MostPositions = 1_000;

    /// <summary>
    /// Reports positions; more than 1,000 are sent in several batches, one after the other. Accepted is not durable: an old position is worth nothing,
    /// so this gives up after <see cref="CityGuardClientOptions.MaxRetries"/>. Scope ingest.
    /// </summary>
    /// <returns>How many were accepted, and each rejected one by its place in <paramref name="positions"/>.</returns>
    public async Task<PositionReceipt> ReportPositionsAsync(IReadOnlyList<PositionReport> positions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(positions);
        var accepted = 0;
        var rejected = new List<PositionRejection>();
        for (var first = 0; first < positions.Count; first += MostPositions)
        {
            var offset = first;
            var batch = positions.Count <= MostPositions ? positions : [.. positions.Skip(offset).Take(MostPositions)];
            var receipt = await _transport.ReportPositions(batch, cancellationToken).ConfigureAwait(false);
            accepted += receipt.Accepted;
            rejected.AddRange(receipt.Rejected.Select(rejection => rejection with { Index = rejection.Index + offset }));
        }

        return new PositionReceipt(accepted, rejected);
    }

    /// <summary>
    /// Reports a status; returns once it is durable. Without an answer it is sent again until <paramref name="cancellationToken"/> ends:
    /// operation and epoch guard it. Scope ingest.
    /// </summary>
    public Task ReportStatusAsync(ResponderId responder, StatusReport status, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(status);
        return _transport.ReportStatus(Given(responder), status, cancellationToken);
    }

    /// <summary>Reports progress on an order, with the order's own incident, operation and epoch. Scope ingest.</summary>
    public Task ReportProgressAsync(Order order, AssignmentProgress progress, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        var status = progress switch
        {
            AssignmentProgress.Accepted => "accepted",
            AssignmentProgress.EnRoute => "enRoute",
            AssignmentProgress.OnScene => "onScene",
            AssignmentProgress.Controlled => "controlled",
            AssignmentProgress.Cleared => "cleared",
            _ => throw new ArgumentOutOfRangeException(nameof(progress), progress, "not a step of an assignment"),
        };
        return ReportStatusAsync(order.Responder, new StatusReport(status, at, order.Incident.Value, order.Op.Value, order.Epoch), cancellationToken);
    }

    /// <summary>A responder with its status, position and what keeps it from being sent. Scope read.</summary>
    public Task<ResponderView> GetResponderAsync(ResponderId responder, CancellationToken cancellationToken = default)
        => _transport.Responder(Given(responder), cancellationToken);

    // A default identifier has no text; it would become a path to something else.
    private static T Given<T>(T id)
        where T : struct, IIdentifier<T>
        => id.Value is null ? throw new ArgumentException($"The {typeof(T).Name} is empty.", nameof(id)) : id;
}

using CityGuard.Abstractions;
using CityGuard.Abstractions.Responders;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Incidents;
using CityGuard.Grains.Responders;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace CityGuard.Grains.Front;

/// <summary>The door for crews and trackers.</summary>
[StatelessWorker, Reentrant, GrainType("responder-front")]
internal sealed class ResponderFront(CityIndex index, ICallerVerifier verifier, TimeProvider time, Inward inward, ILogger<ResponderFront> log) : Grain, IResponderFront
{
    private const int Batch = 1_000;

    public async Task<Answer<PositionReceipt>> ReportPositions(Credential caller, IReadOnlyList<PositionReport> positions)
    {
        if ((await verifier.Admit(caller, Scope.Ingest)).Refusal is { } shut)
            return shut;
        if (positions is null or { Count: 0 })
            return new Refusal(RefusalCode.Malformed, "no positions");
        if (positions.Count > Batch)
            return new Refusal(RefusalCode.TooLarge, $"at most {Batch} positions at a time");
        return await new PositionBatch(index, GrainFactory, log, time.GetUtcNow()).Deliver(positions);
    }

    public async Task<Answer<Done>> ReportStatus(Credential caller, string responder, StatusReport status)
    {
        var admitted = await verifier.Admit(caller, Scope.Ingest);
        if (admitted.Refusal is { } shut)
            return shut;
        if (!Known(responder, out var id))
            return NoSuchResponder(responder);
        if (status?.Status is null)
            return new Refusal(RefusalCode.Malformed, "status is missing");
        if (status.At > time.GetUtcNow() + IncidentRules.Tolerance)
            return new Refusal(RefusalCode.Unprocessable, "at lies in the future");
        if (OwnStatus.IsKnown(status.Status))
            return await inward.Ask(() => GrainFactory.Responder(id).ReportOwnStatus(status with { At = status.At.ToUniversalTime() }, admitted.Value!.Name));
        var step = Step(status.Status);
        if (step is null)
            return new Refusal(RefusalCode.Malformed, $"status '{Places.Short(status.Status)}' is not known");
        if (!IncidentId.TryParse(status.Incident, out var incident) || !OperationId.TryParse(status.Op, out var op) || status.Epoch is not { } epoch)
            return new Refusal(RefusalCode.Malformed, $"{status.Status} needs incident, op and epoch of the order");
        return await inward.Ask(() => Progress(id, incident, op, epoch, step.Value, status.At.ToUniversalTime()));
    }

    public async Task<Answer<ResponderView>> Get(Credential caller, string responder)
    {
        if ((await verifier.Admit(caller, Scope.Read)).Refusal is { } shut)
            return shut;
        return Known(responder, out var id)
            ? await inward.Read<ResponderView>(async () => await GrainFactory.Responder(id).View())
            : NoSuchResponder(responder);
    }

    public async Task<Answer<OrderBatch>> Orders(Credential caller, string responderOrArea, string after, TimeSpan wait)
    {
        if ((await verifier.Admit(caller, Scope.Ingest)).Refusal is { } shut)
            return shut;
        if (wait < TimeSpan.Zero || wait > OrderPoll.Longest)
            return new Refusal(RefusalCode.Malformed, "wait is 0 to 25 s");
        if (ReportCheck.Text(after ?? "", 0, OrderPoll.LongestMark, "after") is { } mark)
            return mark;
        return await inward.Read(() => new OrderPoll(index, GrainFactory, time).Orders(responderOrArea ?? "", after ?? "", wait));
    }

    /// <summary>The responder says whether it holds the order, the incident records the step.</summary>
    private async Task<Answer<Done>> Progress(ResponderId id, IncidentId incident, OperationId op, long epoch, AssignmentProgress step, DateTimeOffset at)
    {
        var grain = GrainFactory.GetGrain<IIncidentGrain>(incident.Value);
        if (await GrainFactory.Responder(id).Holds(incident, op, epoch))
            return await grain.RecordProgress(id, op, epoch, step, at);
        // A crew that missed the answer to its last step repeats it when it has been given back already.
        return await grain.Recorded(op, epoch, step, at)
            ? Done.Value
            : new Refusal(RefusalCode.Conflict, $"{id} does not hold {op} of {incident} at epoch {epoch}");
    }

    private static AssignmentProgress? Step(string status) => status switch
    {
        "accepted" => AssignmentProgress.Accepted,
        "enRoute" => AssignmentProgress.EnRoute,
        "onScene" => AssignmentProgress.OnScene,
        "controlled" => AssignmentProgress.Controlled,
        "cleared" => AssignmentProgress.Cleared,
        _ => null,
    };

    private bool Known(string? responder, out ResponderId id) => ResponderId.TryParse(responder, out id) && index.City.TryResponder(id.Value, out _);

    private static Refusal NoSuchResponder(string? responder) => new(RefusalCode.Unknown, $"the city has no responder '{Places.Short(responder ?? "")}'");
}

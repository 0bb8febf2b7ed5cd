using CityGuard.Abstractions.Security;

namespace CityGuard.Abstractions.Responders;

/// <summary>The door for crews and trackers. A stateless worker: use key 0.</summary>
[Alias("CityGuard.IResponderFront")]
public interface IResponderFront : IGrainWithIntegerKey
{
    /// <summary>Takes 1 to 1,000 positions; accepted is not durable. Scope ingest.</summary>
    [Alias("ReportPositions")]
    Task<Answer<PositionReceipt>> ReportPositions(Credential caller, IReadOnlyList<PositionReport> positions);

    /// <summary>Takes one status; answers after the journal has it. Scope ingest.</summary>
    [Alias("ReportStatus")]
    Task<Answer<Done>> ReportStatus(Credential caller, string responder, StatusReport status);

    /// <summary>A responder. Scope read.</summary>
    [Alias("Get")]
    Task<Answer<ResponderView>> Get(Credential caller, string responder);

    /// <summary>
    /// Orders after <paramref name="after"/> (opaque; empty at first), waiting up to <paramref name="wait"/> (0 to 25 s) when there are none.
    /// A responder id, or an area id for all responders at home in it. Scope ingest.
    /// </summary>
    [Alias("Orders"), ResponseTimeout("00:00:40")]
    Task<Answer<OrderBatch>> Orders(Credential caller, string responderOrArea, string after, TimeSpan wait);
}

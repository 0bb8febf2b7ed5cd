namespace CityGuard.Domain.Plans;

/// <summary>The clocks of a response plan, seconds; null: no such clock.</summary>
/// <param name="AcceptSeconds">From an order until its crew has accepted; then the next candidate is asked.</param>
/// <param name="ReceiptSeconds">From an order until some channel of the crew has given its receipt.</param>
/// <param name="ConfirmSeconds">From a recommendation until a person has confirmed it.</param>
/// <param name="FeedbackSeconds">From the last crew's <c>cleared</c> until the feedback.</param>
/// <param name="CheckSeconds">From the feedback until the check.</param>
/// <param name="LeaderSeconds">From the receipt of the report until a leader is on scene; only for what is fatal or grave.</param>
/// <param name="EscalateSeconds">From telling one command level of what is late until the next one is told; null: 300.</param>
/// <param name="WidenSeconds">From finding too few for a role until they are looked for farther away: neighbours, district, city, a neighbour city; null: 10; 0: at once.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.PlanClocks")]
public sealed record PlanClocks(
    [property: Id(0)] int? AcceptSeconds = null,
    [property: Id(1)] int? ReceiptSeconds = null,
    [property: Id(2)] int? ConfirmSeconds = null,
    [property: Id(3)] int? FeedbackSeconds = null,
    [property: Id(4)] int? CheckSeconds = null,
    [property: Id(5)] int? LeaderSeconds = null,
    [property: Id(40)] int? EscalateSeconds = null,
    [property: Id(110)] int? WidenSeconds = null)
{
    /// <summary>No clock at all.</summary>
    public static PlanClocks Default { get; } = new();
}

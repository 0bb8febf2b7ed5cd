using CityGuard.Field.Talk;

namespace CityGuard.Field;

/// <summary>What the field has done since it began; for logs and the page.</summary>
/// <param name="Calls">Calls made.</param>
/// <param name="CallsAcknowledged">Of which the city has acknowledged.</param>
/// <param name="CallsRefused">Of which the city has refused.</param>
/// <param name="Positions">Positions accepted.</param>
/// <param name="PositionsRejected">Positions rejected or given up.</param>
/// <param name="SignIns">Sign-ins acknowledged.</param>
/// <param name="Orders">Orders received.</param>
/// <param name="Recalls">Orders taken back.</param>
/// <param name="Steps">Steps of assignments acknowledged.</param>
/// <param name="StepsRefused">Steps refused (the order had been overtaken).</param>
/// <param name="Unanswered">Calls, steps and sign-ins to be said again because nobody answered in time.</param>
/// <param name="Busy">Crews with an order in hand.</param>
public sealed record FieldStatistics(
    long Calls, long CallsAcknowledged, long CallsRefused, long Positions, long PositionsRejected, long SignIns,
    long Orders, long Recalls, long Steps, long StepsRefused, long Unanswered, int Busy)
{
    internal static FieldStatistics None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    internal static FieldStatistics Of(FieldWorld world, Tally tally) => new(
        world.Calls, tally[Counted.CallAcknowledged], tally[Counted.CallRefused], tally[Counted.PositionAccepted], tally[Counted.PositionRejected],
        tally[Counted.SignIn], world.Orders, world.Recalls, tally[Counted.Step], tally[Counted.StepRefused], tally[Counted.Unanswered], world.Busy);
}

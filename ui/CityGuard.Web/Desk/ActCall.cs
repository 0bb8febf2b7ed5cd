using CityGuard.Abstractions.Security;

namespace CityGuard.Web.Desk;

/// <summary>An act on its way to a door.</summary>
/// <param name="Grains">The doors.</param>
/// <param name="Caller">Who gives it.</param>
/// <param name="Order">What was meant.</param>
/// <param name="Said">What the person said.</param>
/// <param name="Version">The version that the decision holds for.</param>
/// <param name="Id">Id of the command: the same however often it is tried.</param>
/// <param name="At">When the person said it.</param>
public sealed record ActCall(IGrainFactory Grains, Credential Caller, DeskOrder Order, ActAnswer Said, long Version, string Id, DateTimeOffset At)
{
    public string Incident => Order.Seen.Id.Value;

    public string Why => Said.Why;

    public T Door<T>()
        where T : IGrainWithIntegerKey
        => Grains.GetGrain<T>(0);
}

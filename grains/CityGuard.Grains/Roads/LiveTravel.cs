using CityGuard.Cities;

namespace CityGuard.Grains.Roads;

/// <summary>
/// The travel times that hold on this silo now. Whoever asks gets one whole picture; it is replaced while everyone goes on working, and
/// each board takes the new one up at its next flush.
/// </summary>
internal sealed class LiveTravel(CityModel city)
{
    private volatile TravelTimes _now = new("", city, city.Roads, city.Travel);

    public TravelTimes Now => _now;

    public void Become(TravelTimes times) => _now = times;
}

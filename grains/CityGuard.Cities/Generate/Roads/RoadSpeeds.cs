using CityGuard.Cities.Generate.Land;
using CityGuard.Cities.Roads;

namespace CityGuard.Cities.Generate.Roads;

/// <summary>Speeds of a vehicle with lights, km/h, ours: by class, slower where many people live, slower still in the hills.</summary>
internal static class RoadSpeeds
{
    public static double Of(RoadClass kind, LandGrid land, Spot at)
    {
        var crowd = Math.Min(1, land.Density(at) / 22_000);
        var hill = (land.GroundAt(at) & Ground.Hill) != 0;
        return kind switch
        {
            RoadClass.Expressway => 70 - (28 * crowd),
            RoadClass.Bridge => 38,
            RoadClass.Arterial => hill ? 28 : 45 - (19 * crowd),
            RoadClass.Collector => hill ? 22 : 35 - (14 * crowd),
            _ => hill ? 15 : 25 - (10 * crowd),
        };
    }
}

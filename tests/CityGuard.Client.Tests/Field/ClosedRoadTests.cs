using CityGuard.Cities.Roads.Conditions;
using CityGuard.Domain.Geography;
using Shouldly;
using Xunit;

namespace CityGuard.Client.Tests.Field;

public sealed class ClosedRoadTests
{
    [Fact]
    public void Crews_drive_round_what_is_closed_once_they_know()
    {
        var play = new Play();
        var box = play.City.Manifest.Bounds;
        double width = box.NorthEast.Lon - box.SouthWest.Lon, height = box.NorthEast.Lat - box.SouthWest.Lat;
        // A wall through the middle of the city that leaves a gap in the north.
        GeoPoint[] wall = [At(0.49, -0.1), At(0.51, -0.1), At(0.51, 0.9), At(0.49, 0.9)];
        play.World.Follow(new RoadConditions(play.City).Apply(null, [new RoadRestriction(null, wall, null)]));
        play.Run(TimeSpan.FromSeconds(30));
        play.Radio.Positions.Clear();

        // From the western half to a scene in the eastern one, in the south.
        play.World.Hear(play.Order("x-0001", 1, cell: play.City.Locator.TryLocate(At(0.9, 0.1), out var scene) ? scene : -1), play.Now);
        play.Run(TimeSpan.FromMinutes(30));

        var track = play.Radio.Positions.Where(p => p.Responder == "x-0001").Select(p => new GeoPoint(p.Lon, p.Lat)).ToArray();
        track.Max(p => p.Lon).ShouldBeGreaterThan(At(0.6, 0).Lon, "it came to the other side");
        track.ShouldNotContain(p => p.Lon > wall[0].Lon && p.Lon < wall[1].Lon && p.Lat < wall[2].Lat);

        GeoPoint At(double east, double north) => new(box.SouthWest.Lon + (east * width), box.SouthWest.Lat + (north * height));
    }
}

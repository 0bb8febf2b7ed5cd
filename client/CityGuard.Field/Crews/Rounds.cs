using CityGuard.Cities;
using CityGuard.Domain.Geography;
using CityGuard.Field.Driving;

namespace CityGuard.Field.Crews;

/// <summary>How free crews drive: patrols from cell to cell of their sector, the others back to their post.</summary>
internal sealed class Rounds(CityModel city, Driver driver)
{
    /// <summary>Twice the road's time: a patrol looks about and obeys signals, unlike a car with right of way (ours).</summary>
    public const double PatrolPace = 2;

    private const double CallPace = 1;

    /// <summary>Drives to the next place of a patrol's round; false when there is no way, it stays then.</summary>
    public bool SetOutOnRound(Crew crew, long now)
    {
        var sector = city.Cells.Sectors[city.Cells.Sector[crew.Cell]];
        return SetOut(crew, city.Cells.Node[sector.First + crew.Habits.Below(sector.Count)], PatrolPace, now);
    }

    /// <summary>Drives back to the post.</summary>
    public bool SetOutHome(Crew crew, long now) => SetOut(crew, crew.HomeNode, PatrolPace, now);

    /// <summary>Drives to a scene, to where the road is nearest.</summary>
    public bool SetOutTo(Crew crew, GeoPoint scene, long now)
        => SetOut(crew, driver.StandingNear(scene).Node, CallPace, now);

    /// <summary>Puts the car on the road nearest to where the city last saw it.</summary>
    public void PutAt(Crew crew, GeoPoint? place)
    {
        var standing = place is { } seen && seen != crew.Post ? driver.StandingNear(seen) : driver.StandingAt(crew.HomeNode);
        crew.Car = new Whereabouts(standing);
        crew.AtPost = !crew.Kind.Patrols && standing.Node == crew.HomeNode;
    }

    private bool SetOut(Crew crew, int node, double pace, long now)
    {
        crew.AtPost = false;
        crew.Car!.Halt(now);
        if (driver.Plan(crew.Car.Standing(now), node, pace) is not { } drive)
            return false;
        crew.Car.SetOut(drive, now);
        return true;
    }
}

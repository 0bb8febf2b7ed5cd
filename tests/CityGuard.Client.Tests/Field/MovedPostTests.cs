using CityGuard.Domain.Geography;
using CityGuard.Domain.Responders;
using Shouldly;
using Xunit;

namespace CityGuard.Client.Tests.Field;

/// <summary>Crews whose posts are moved go there by themselves, once they have nothing in hand.</summary>
public sealed class MovedPostTests
{
    private readonly Play _play = new();

    [Fact]
    public void A_patrol_goes_on_in_its_new_sector_and_a_force_that_waits_drives_to_its_new_post()
    {
        _play.Run(TimeSpan.FromMinutes(2));
        var post = _play.City.Cells.Centres[^1];
        _play.World.Post(new Dictionary<ResponderId, GeoPoint> { [Id("p-C-0001")] = post, [Id("x-0001")] = post }, _play.Now);
        _play.Run(TimeSpan.FromMinutes(40));
        _play.Radio.Positions.Clear();
        _play.Run(TimeSpan.FromMinutes(20));
        var sector = _play.City.Cells.Sectors[_play.City.Cells.Sector[^1]];
        var centres = _play.City.Cells.Centres.AsSpan(sector.First, sector.Count).ToArray();
        var track = Track("p-C-0001");
        track.Length.ShouldBeGreaterThan(10);
        track.ShouldAllBe(place => centres.Min(centre => centre.MetresTo(place)) < 500);
        Track("x-0001").ShouldAllBe(place => place == post);

        _play.World.Post(new Dictionary<ResponderId, GeoPoint>(), _play.Now);
        _play.Run(TimeSpan.FromMinutes(40));
        Track("x-0001")[^1].ShouldBe(_play.City.Responders.Single(r => r.Id.Value == "x-0001").Post);
    }

    [Fact]
    public void Who_has_an_order_in_hand_sees_it_through_first()
    {
        _play.Run(TimeSpan.FromSeconds(30));
        _play.World.Hear(_play.Order("x-0001", 1, cell: 0), _play.Now);
        _play.World.Post(new Dictionary<ResponderId, GeoPoint> { [Id("x-0001")] = _play.City.Cells.Centres[^1] }, _play.Now);
        _play.Run(TimeSpan.FromHours(3));
        _play.Radio.Steps.Select(step => step.Step).ShouldContain(Domain.Incidents.AssignmentProgress.Cleared);
        Track("x-0001")[^1].ShouldBe(_play.City.Cells.Centres[^1]);
    }

    private static ResponderId Id(string id) => ResponderId.Parse(id);

    private GeoPoint[] Track(string who) => [.. _play.Radio.Positions.Where(p => p.Responder == who).Select(p => new GeoPoint(p.Lon, p.Lat))];
}

using CityGuard.Domain.Geography;
using Shouldly;
using Xunit;

namespace CityGuard.Client.Tests.Field;

public sealed class PatrolTests
{
    [Fact]
    public void Patrols_drive_on_roads_within_their_sector_no_faster_than_a_patrol_does()
    {
        var play = new Play();

        play.Run(TimeSpan.FromMinutes(40));

        var tracks = play.Radio.Positions.Where(position => position.Responder.StartsWith("p-", StringComparison.Ordinal)).GroupBy(position => position.Responder).ToArray();
        tracks.Length.ShouldBe(30);
        foreach (var track in tracks)
        {
            var points = track.Select(position => (Place: new GeoPoint(position.Lon, position.Lat), position.At)).ToArray();
            points.Select(point => point.Place).Distinct().Count().ShouldBeGreaterThan(20, track.Key);
            foreach (var point in points.Where((_, i) => i % 5 == 0))
                play.MetresFromRoad(point.Place).ShouldBeLessThan(0.5);
            foreach (var (from, to) in points.Zip(points.Skip(1)))
            {
                // The fastest street of the sample is 50 km/h, a patrol takes twice the time.
                var metresPerSecond = from.Place.MetresTo(to.Place) / (to.At - from.At).TotalSeconds;
                metresPerSecond.ShouldBeLessThan((50 / 3.6 / 2) + 0.05);
            }

            // A sector of the sample is 3 km by 1.2 km; the quickest street may run along its edge.
            play.City.TryResponder(track.Key, out var responder);
            play.City.TryCell(play.City.Responders[responder].Cell.Value, out var home);
            var sector = play.City.Cells.Sectors[play.City.Cells.Sector[home]];
            var centres = play.City.Cells.Centres.AsSpan(sector.First, sector.Count).ToArray();
            foreach (var point in points)
                centres.Min(centre => centre.MetresTo(point.Place)).ShouldBeLessThan(500);
        }
    }

    [Fact]
    public void Positions_come_every_ten_seconds_and_spread_over_time()
    {
        var play = new Play();
        var perTick = new List<int>();
        var before = 0;
        play.Run(TimeSpan.FromSeconds(30));

        play.Run(TimeSpan.FromMinutes(10), () =>
        {
            perTick.Add(play.Radio.Positions.Count - before);
            before = play.Radio.Positions.Count;
        });

        perTick.Skip(1).Max().ShouldBeLessThanOrEqualTo(3, "38 crews over 40 ticks");
        foreach (var track in play.Radio.Positions.Where(position => position.Responder[0] == 'p').GroupBy(position => position.Responder))
            track.Zip(track.Skip(1)).ShouldAllBe(pair => Math.Abs((pair.Second.At - pair.First.At).TotalSeconds - 10) <= 0.25);
    }

    [Fact]
    public void Forces_that_wait_tell_their_post_once_a_minute_and_units_never_a_position()
    {
        var play = new Play();

        play.Run(TimeSpan.FromMinutes(10));

        play.Radio.Positions.ShouldAllBe(position => position.Responder[0] != 'u');
        foreach (var waiting in play.Radio.Positions.Where(position => position.Responder[0] is 'f' or 'x').GroupBy(position => position.Responder))
        {
            waiting.Count().ShouldBe(10);
            play.City.TryResponder(waiting.Key, out var responder);
            waiting.ShouldAllBe(position => new GeoPoint(position.Lon, position.Lat) == play.City.Responders[responder].Post);
        }
    }

    [Fact]
    public void Everyone_who_must_signs_in_three_times_before_it_lapses_and_never_all_at_once()
    {
        var play = new Play();
        var perMinute = new Dictionary<long, int>();

        play.Run(TimeSpan.FromHours(13));

        var all = play.Radio.SignIns.GroupBy(signIn => signIn.Responder).ToArray();
        all.Length.ShouldBe(68, "60 units, 2 special police, 6 stations; patrols are known by their positions");
        foreach (var one in all)
        {
            one.Count().ShouldBeGreaterThanOrEqualTo(3);
            one.Zip(one.Skip(1)).ShouldAllBe(pair => pair.Second.At - pair.First.At <= TimeSpan.FromHours(4) + TimeSpan.FromSeconds(1));
        }

        foreach (var signIn in play.Radio.SignIns)
            perMinute[signIn.At.ToUnixTimeSeconds() / 60] = perMinute.GetValueOrDefault(signIn.At.ToUnixTimeSeconds() / 60) + 1;
        perMinute.Values.Max().ShouldBeLessThan(12, "68 in 240 minutes");
    }

    [Fact]
    public void The_same_seed_drives_the_same_ways()
    {
        var (one, other) = (new Play(), new Play());
        one.Run(TimeSpan.FromMinutes(5));
        other.Run(TimeSpan.FromMinutes(5));

        one.Radio.Positions.ShouldBe(other.Radio.Positions);
    }
}

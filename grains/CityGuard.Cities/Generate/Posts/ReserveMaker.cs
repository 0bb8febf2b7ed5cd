using CityGuard.Cities.Generate.Places;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Targets;

namespace CityGuard.Cities.Generate.Posts;

/// <summary>Special police where they cover most places of the second grade, and one force on call at every station.</summary>
internal static class ReserveMaker
{
    private const int SpecialPolice = 60;
    private const int SpecialTurnoutSeconds = 20, StationTurnoutSeconds = 30;
    private const double SpecialReach = 1_100;

    public static IEnumerable<ResponderProfile> Make(PostMaker maker)
    {
        var numbers = new int[maker.Facts.Districts.Count];
        var posts = Greedy(maker);
        for (var i = 0; i < posts.Count; i++)
        {
            var district = maker.Facts.Streets[maker.Sheet.Cells[posts[i].Cell].Street].District;
            yield return maker.Profile($"x-{i + 1:D4}", "specialPolice", "", $"{ShortName.Zh(maker.Facts.Districts[district])}特警{++numbers[district]:D2}",
                i % 3 == 0 ? ["armed", "firstAid", "riotControl", "droneControl"] : ["armed", "firstAid", "riotControl"], posts[i].Cell, posts[i].Spot, SpecialTurnoutSeconds);
        }

        for (var s = 0; s < maker.Facts.Streets.Count; s++)
        {
            var cell = maker.Sheet.OfStreet(s).MinBy(c => maker.Sheet.Cells[c].Site.To(maker.Facts.Streets[s].Seat));
            yield return maker.Profile($"f-{SectorCode.Of(maker.Facts, s)}", "stationForce", "", $"{ShortName.Zh(maker.Facts.Streets[s])}所备勤", s % 4 == 0 ? ["firstAid", "negotiation", "waterRescue"] : ["firstAid", "negotiation"],
                cell, maker.Sheet.Cells[cell].Site, StationTurnoutSeconds);
        }
    }

    /// <summary>Each district first gets its own, then the place that covers most uncovered ones, again and again.</summary>
    private static List<Place> Greedy(PostMaker maker)
    {
        var graver = maker.Places.Where(p => p.Profile.Grade <= TargetGrade.Two).ToList();
        var open = graver.ToHashSet();
        var posts = new List<Place>();
        var count = Math.Max(maker.Options.Count(SpecialPolice), maker.Facts.Districts.Count);
        while (posts.Count < count && graver.Count > 0)
        {
            var wanted = posts.Count < maker.Facts.Districts.Count ? posts.Count : -1;
            var best = graver.Where(p => wanted < 0 || maker.Facts.Streets[maker.Sheet.Cells[p.Cell].Street].District == wanted)
                .MaxBy(p => open.Count(o => o.Spot.To(p.Spot) <= SpecialReach)) ?? graver[0];
            posts.Add(best);
            graver.Remove(best);
            open.RemoveWhere(o => o.Spot.To(best.Spot) <= SpecialReach);
        }

        return posts;
    }
}

using CityGuard.Cities.Generate.Cells;
using CityGuard.Cities.Generate.Facts;
using CityGuard.Cities.Generate.Places;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Responders;

namespace CityGuard.Cities.Generate.Posts;

/// <summary>What all makers of posts share: the sheet, the places and how a profile is written.</summary>
internal sealed class PostMaker(CellSheet sheet, CityFacts facts, IReadOnlyList<Place> places, GuangzhouOptions options, Func<int, CellId> cellId)
{
    public CellSheet Sheet => sheet;

    public CityFacts Facts => facts;

    public IReadOnlyList<Place> Places => places;

    public GuangzhouOptions Options => options;

    /// <summary>How many people a cell holds by day: its residents and those whom its places draw.</summary>
    public double[] Crowd { get; } = Crowds(sheet, places);

    public ResponderProfile Profile(string id, string kind, string rank, string callSign, string[] capabilities, int cell, Spot spot, int turnoutSeconds, Place? premises = null)
        => new(ResponderId.Parse(id), kind, rank, callSign, capabilities, Plane.Geo(spot), cellId(cell), premises?.Profile.Id, turnoutSeconds);

    private static double[] Crowds(CellSheet sheet, IReadOnlyList<Place> places)
    {
        var crowd = sheet.Residents.Select(r => (double)r).ToArray();
        foreach (var place in places)
            crowd[place.Cell] += 420 * place.Draw;
        return crowd;
    }
}

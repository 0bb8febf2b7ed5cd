using System.Collections.Immutable;
using CityGuard.Cities.Generate.Cells;
using CityGuard.Cities.Generate.Facts;
using CityGuard.Cities.Generate.Land;
using CityGuard.Cities.Generate.Places;
using CityGuard.Cities.Generate.Posts;
using CityGuard.Cities.Generate.Roads;
using CityGuard.Cities.Roads;

namespace CityGuard.Cities.Generate;

/// <summary>
/// Makes a synthetic city of Guangzhou's size and outline: real names, areas and census, made-up roads, cells, posts and places.
/// The same options give the same city, whatever the number of threads.
/// </summary>
public static class GuangzhouGenerator
{
    private const int OutermostSeconds = 900;

    public static CityDraft Generate(GuangzhouOptions options, IProgress<CityProgress>? progress = null)
    {
        Report("land", 0);
        var facts = new CityFacts();
        var outlines = DistrictOutlines.Draw(facts, options.Seed);
        var rivers = facts.Rivers.Select(r => (River: r, Line: Curve.Flow(r.Line, 4))).ToArray();
        var hills = facts.Hills.Select((h, i) => (Hill: h, Ring: HillShapes.Draw(h, Chance.Of(options.Seed, "hill", i)))).ToArray();
        var land = LandPainter.Paint(facts, outlines, rivers, hills);
        Settlement.Settle(land, facts, options.Seed);

        Report("roads", 0);
        var draft = new RoadDraft();
        new StreetGrid(land, options.Seed).Draw(draft);
        var crossings = Crossings.Draw(draft, land, facts.Crossings);
        Expressways.Draw(draft, land, facts.Expressways);
        var (roads, nodes, kerb) = RoadWeaver.Weave(draft);

        Report("cells", 0);
        var divided = new CellDivision(land, facts, options).Divide();
        var areas = new AreaTrees(facts, divided);
        var sheet = CellTables.Sheet(divided, land, facts, outlines, nodes, kerb);
        var cells = CellTables.Write(sheet, facts, areas);

        Report("posts", 0);
        var places = new PlaceMaker(sheet, facts, options).Make(CellTables.Id);
        var posts = new PostMaker(sheet, facts, places, options, CellTables.Id);
        var responders = UnitMaker.Make(posts).Concat(PatrolMaker.Make(posts)).Concat(ReserveMaker.Make(posts)).ToImmutableArray();

        var travel = TravelTableBuilder.Build(roads, cells, OutermostSeconds, new Stage(progress, "travel"));
        var parts = new CityParts(
            areas.Areas, cells, responders, [.. places.Select(p => p.Profile)], GuangzhouRules.Write(places, facts, cells), roads, travel, CallPattern.Make(posts.Crowd, options.Scale))
        {
            Streets = [.. draft.Streets],
            Features = MapScenery.Draw(facts, outlines, rivers, hills, crossings),
        };
        return new(GuangzhouManifest.Write(parts), parts);

        void Report(string stage, double fraction) => progress?.Report(new(stage, fraction));
    }

    /// <summary>Passes the fraction of one stage on.</summary>
    private sealed class Stage(IProgress<CityProgress>? outer, string name) : IProgress<double>
    {
        public void Report(double value) => outer?.Report(new(name, value));
    }
}

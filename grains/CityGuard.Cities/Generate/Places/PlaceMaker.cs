using CityGuard.Cities.Generate.Cells;
using CityGuard.Cities.Generate.Facts;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Targets;
using static CityGuard.Cities.Generate.Facts.FactTable;

namespace CityGuard.Cities.Generate.Places;

/// <summary>A key target with what the generator still needs of it.</summary>
internal sealed record Place(KeyTargetProfile Profile, int Cell, Spot Spot, string UnitClass, double Draw);

/// <summary>Sets about 5,000 key targets: a few well-known landmarks, the rest by trade where such places stand.</summary>
internal sealed class PlaceMaker(CellSheet sheet, CityFacts facts, GuangzhouOptions options)
{
    private static readonly string[] Circles = ["", "circle-1", "circle-3", "circle-5"];
    private readonly List<Place> _places = [];
    private readonly Dictionary<(int Street, string Noun), int> _numbers = [];

    public IReadOnlyList<Place> Make(Func<int, CellId> cellId)
    {
        foreach (var r in Read("landmarks"))
        {
            var spot = Plane.Of(Number(r[3]), Number(r[4]));
            var like = TradeFact.All.FirstOrDefault(t => t.Trade == r[2]);
            Add(At(spot), spot, new(r[0], r[1]), r[2], Whole(r[5]), like?.Hours ?? OpeningHours.Always, like?.UnitClass ?? "B", Math.Max(5, like?.Draw ?? 6));
        }

        for (var t = 0; t < TradeFact.All.Count; t++)
            Spread(TradeFact.All[t], Chance.Of(options.Seed, "places", t));
        return _places;

        void Add(int cell, Spot spot, BilingualName name, string trade, int grade, OpeningHours hours, string unit, double draw)
            => _places.Add(new(new(TargetId.Parse($"t-{_places.Count + 1:D5}"), name, trade, (TargetGrade)grade, Circles[grade], Plane.Geo(spot), cellId(cell), hours), cell, spot, unit, draw));

        void Spread(TradeFact trade, Chance chance)
        {
            var count = options.Count(trade.Count);
            var cells = Draw(trade, count, chance);
            // The gravest stand where most people are and the town has its centre: grades go down that list.
            var graded = cells.OrderByDescending(c => sheet.Density[c] * (0.4 + chance.Unit()) * Math.Exp(-SeatDistance(c) / 550)).ToArray();
            int one = options.Count(trade.GradeOne), two = options.Count(trade.GradeTwo);
            for (var i = 0; i < graded.Length; i++)
            {
                var cell = graded[i];
                var spot = Near(cell, chance);
                Add(cell, spot, Name(trade, cell), trade.Trade, trade.GradeOne > 0 && i < one ? 1 : trade.GradeTwo > 0 && i < one + two ? 2 : 3, trade.Hours, trade.UnitClass, trade.Draw);
            }
        }
    }

    private int At(Spot spot)
    {
        var point = new NetTopologySuite.Geometries.Point(spot.X, spot.Y);
        return Enumerable.Range(0, sheet.Shapes.Length).First(c => sheet.Shapes[c].EnvelopeInternal.Contains(point.Coordinate) && sheet.Shapes[c].Covers(point));
    }

    private List<int> Draw(TradeFact trade, int count, Chance chance)
    {
        if (trade.Near == "seat")
            return [.. Enumerable.Range(0, count).Select(i => Seat(i % facts.Streets.Count))];
        var weights = sheet.Cells.Select((c, i) => trade.Near switch
        {
            "centre" => sheet.Residents[i] * Math.Min(2.5, 0.1 + (sheet.Density[i] / 10_000)),
            "fringe" => sheet.Fringe[i] ? 3.0 : sheet.Residents[i] > 0 ? 0.4 : 0,
            _ => sheet.Residents[i] * (sheet.Fringe[i] ? 0.3 : 1),
        }).ToArray();
        var total = weights.Sum();
        var cells = new List<int>(count);
        double sum = 0, step = total / count, next = step * chance.Unit();
        for (var i = 0; i < weights.Length; i++)
            for (sum += weights[i]; next < sum && cells.Count < count; next += step)
                cells.Add(i);
        while (cells.Count < count)
            cells.Add(cells[^1]);
        return cells;
    }

    private double SeatDistance(int cell) => sheet.Cells[cell].Site.To(facts.Streets[sheet.Cells[cell].Street].Seat);

    private int Seat(int street) => sheet.OfStreet(street).MinBy(c => sheet.Cells[c].Site.To(facts.Streets[street].Seat));

    /// <summary>Near the site and surely inside: the site is inside its cell, so a short way towards the edge is too.</summary>
    private Spot Near(int cell, Chance chance)
    {
        var ring = sheet.Shapes[cell].ExteriorRing;
        var corner = ring.GetCoordinateN(chance.Below(ring.NumPoints));
        var spot = Spot.Between(sheet.Cells[cell].Site, new(corner.X, corner.Y), chance.Between(0.05, 0.35));
        return sheet.Shapes[cell].Covers(new NetTopologySuite.Geometries.Point(spot.X, spot.Y)) ? spot : sheet.Cells[cell].Site;
    }

    private BilingualName Name(TradeFact trade, int cell)
    {
        var street = sheet.Cells[cell].Street;
        var number = _numbers[(street, trade.Noun.En)] = _numbers.GetValueOrDefault((street, trade.Noun.En)) + 1;
        var (zh, en) = (ShortName.Zh(facts.Streets[street]), facts.Streets[street].Name.En);
        return number == 1 ? new($"{zh}{trade.Noun.Zh}", $"{en} {trade.Noun.En}") : new($"{zh}第{ChineseNumber.Of(number)}{trade.Noun.Zh}", $"{en} No. {number} {trade.Noun.En}");
    }
}

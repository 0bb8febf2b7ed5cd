using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using CityGuard.Cities.Package;
using CityGuard.Cities.Roads;
using CityGuard.Cities.Rules;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;

namespace CityGuard.Cities.Sample;

/// <summary>
/// A small made-up city for tests and first steps, in memory within milliseconds and the same for the same seed: 20 by 12 square cells
/// of 300 m, 2 districts, 6 sectors, 12 beats, a street grid of 150 m, 98 responders and 40 key targets under the default rules.
/// </summary>
/// <remarks>
/// Sector <c>s-01-01</c> is the south-west; cells <c>c-00001</c> to <c>c-00040</c> are its. Units <c>u-A-00001</c> ... are on premises
/// where they have a target; patrols are <c>p-C-0001</c> to <c>p-C-0030</c>, special police <c>x-0001</c>, <c>x-0002</c> (one a district),
/// station forces <c>f-0001</c> to <c>f-0006</c> (one a sector), targets <c>t-0001</c> to <c>t-0040</c>.
/// </remarks>
public static class SampleCity
{
    /// <summary>Outermost limit of its travel table.</summary>
    public const int LimitSeconds = 900;

    /// <summary>Builds the city. The seed moves targets, posts and demand; the streets and cells stay.</summary>
    public static CityModel Build(int seed = 1)
    {
        var draft = Draft(seed);
        return new CityModel(draft.Manifest, draft.Parts);
    }

    /// <summary>The same city as parts, ready to be saved as a package.</summary>
    public static CityDraft Draft(int seed = 1)
    {
        var roads = SampleStreets.Build();
        var cells = SampleGrid.Cells();
        var targets = SampleForces.Targets(cells, seed);
        var parts = new CityParts(
            SampleGrid.Areas(),
            cells,
            SampleForces.Responders(cells, targets, seed),
            targets,
            DefaultRules.Read(),
            roads,
            TravelTableBuilder.Build(roads, cells, LimitSeconds),
            Demand(cells))
        {
            Streets = SampleStreets.Names,
        };
        return new CityDraft(Manifest(parts, seed), parts);
    }

    private static DemandModel Demand(CellTable cells)
    {
        var people = cells.Residents.Sum();
        return new DemandModel
        {
            CallsPerDay = 300,
            CellShare = [.. cells.Residents.Select(r => r / people)],
            HourFactor = [.. Enumerable.Range(0, 168).Select(hour => (float)(1 - (0.5 * Math.Cos((hour - 3) * Math.PI / 12))))],
            Mix =
            [
                new("theft", IncidentSeverity.Low, 0.25, 1200),
                new("disturbance", IncidentSeverity.Medium, 0.3, 1500),
                new("traffic", IncidentSeverity.Low, 0.2, 1200),
                new("fraud", IncidentSeverity.Low, 0.1, 0),
                new("robbery", IncidentSeverity.High, 0.05, 1800),
                new("violence", IncidentSeverity.Critical, 0.02, 2400),
                new("other", IncidentSeverity.Low, 0.08, 900),
            ],
        };
    }

    private static CityManifest Manifest(CityParts parts, int seed)
    {
        var counts = new Dictionary<string, int>
        {
            ["areas"] = parts.Areas.Length,
            ["cells"] = parts.Cells.Count,
            ["sectors"] = parts.Cells.Sectors.Length,
            ["responders"] = parts.Responders.Length,
            ["targets"] = parts.Targets.Length,
            ["nodes"] = parts.Roads.NodeCount,
            ["arcs"] = parts.Roads.ArcCount,
        };
        return new CityManifest(
            CityPackage.Schema,
            "sample",
            new BilingualName("样例城", "Sample City"),
            "Asia/Shanghai",
            ["roads", "posts", "people"],
            [new CitySource("everything", "made up by the sample builder", "none needed")],
            counts.ToImmutableSortedDictionary(StringComparer.Ordinal),
            new CityBounds(SampleGrid.At(0, 0), SampleGrid.At(SampleGrid.Width, SampleGrid.Height)),
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"sample:{seed}"))));
    }
}

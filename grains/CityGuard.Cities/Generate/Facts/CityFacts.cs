using CityGuard.Domain.Areas;
using CityGuard.Domain.Geography;
using static CityGuard.Cities.Generate.Facts.FactTable;

namespace CityGuard.Cities.Generate.Facts;

internal sealed record DistrictFact(string Code, BilingualName Name, double AreaKm2, int Residents, Spot Centre);

/// <summary>A street or town; <c>Seat</c> and <c>Weight</c> (thousands of people) are rough, ours.</summary>
internal sealed record StreetFact(string Code, BilingualName Name, int District, Spot Seat, double Weight);

internal sealed record BorderFact(string A, string B, bool Water, Spot[] Line);

internal sealed record RiverFact(BilingualName Name, double Width, Spot[] Line);

internal sealed record HillFact(BilingualName Name, Spot Centre, double HalfX, double HalfY, double TurnDegrees);

internal sealed record CrossingFact(BilingualName Name, Spot Middle, double BearingDegrees);

/// <summary>A neighbour city, and where the road from it comes in.</summary>
internal sealed record PartnerFact(string Id, BilingualName Name, GeoPoint Gate);

internal sealed record ExpresswayFact(BilingualName Name, Spot[] Line);

/// <summary>The plain facts that the generator starts from, read once.</summary>
internal sealed class CityFacts
{
    public IReadOnlyList<DistrictFact> Districts { get; } = Read("districts")
        .Select(r => new DistrictFact(r[0], new(r[1], r[2]), Number(r[3]), Whole(r[4]), Plane.Of(Number(r[6]), Number(r[7])))).ToArray();

    public IReadOnlyList<BorderFact> Borders { get; } = Read("outlines").Select(r => new BorderFact(r[0], r[1], r[2] == "1", Line(r[3]))).ToArray();

    public IReadOnlyList<RiverFact> Rivers { get; } = Read("rivers").Select(r => new RiverFact(new(r[0], r[1]), Number(r[2]), Line(r[3]))).ToArray();

    public IReadOnlyList<HillFact> Hills { get; } = Read("hills")
        .Select(r => new HillFact(new(r[0], r[1]), Plane.Of(Number(r[2]), Number(r[3])), Number(r[4]) * 1000, Number(r[5]) * 1000, Number(r[6]))).ToArray();

    public IReadOnlyList<CrossingFact> Crossings { get; } = Read("crossings")
        .Select(r => new CrossingFact(new(r[0], r[1]), Plane.Of(Number(r[3]), Number(r[4])), Number(r[5]))).ToArray();

    public IReadOnlyList<ExpresswayFact> Expressways { get; } = Read("expressways").Select(r => new ExpresswayFact(new(r[0], r[1]), Line(r[2]))).ToArray();

    public IReadOnlyList<PartnerFact> Partners { get; } = Read("partners").Select(r => new PartnerFact(r[0], new(r[1], r[2]), new GeoPoint(Number(r[3]), Number(r[4])))).ToArray();

    public IReadOnlyList<StreetFact> Streets { get; }

    public CityFacts()
    {
        var index = Districts.Select((d, i) => (d.Code, i)).ToDictionary(p => p.Code, p => p.i);
        Streets = Read("streets").Select(r => new StreetFact(r[0], new(r[1], r[2]), index[r[0][..6]], Plane.Of(Number(r[3]), Number(r[4])), Number(r[5]))).ToArray();
    }
}

using CityGuard.Domain.Readiness;
using Shouldly;
using Xunit;

namespace CityGuard.Cities.Tests.Generate;

/// <summary>
/// The default city must make sense on the live boards: 75-95 % of residents met or thin, at least 2 % late or dark, mostly in cells listed
/// beforehand. Judged here by the real rule at still moments, with everyone at his post and with patrols on their rounds, some of them busy.
/// </summary>
public sealed class GuangzhouCalibrationTests(FullGuangzhou full, ITestOutputHelper output)
{
    private const int Night = 3 * 60, Morning = 10 * 60, Evening = 19 * 60;

    [Theory]
    [InlineData("night", Night)]
    [InlineData("morning", Morning)]
    [InlineData("evening", Evening)]
    public void With_everyone_at_his_post_the_city_makes_sense(string name, int minute)
        => MakesSense(name, minute, Post);

    [Theory]
    [InlineData("night, rounds, all free", Night, 1.0)]
    [InlineData("night, rounds, 92 % free", Night, 0.92)]
    [InlineData("morning, rounds, 85 % free", Morning, 0.85)]
    [InlineData("evening, rounds, 70 % free", Evening, 0.70)]
    public void With_patrols_on_their_rounds_it_still_does(string name, int minute, double free)
        => MakesSense(name, minute, r => OnRound(r, free));

    [Fact]
    public void Each_grade_of_targets_has_places_that_meet_their_circle()
    {
        foreach (var grade in full.City.Targets.GroupBy(t => t.Grade).OrderBy(g => g.Key))
        {
            var levels = new StaticBoard(full.City).Targets([.. grade], Post);
            output.WriteLine($"grade {grade.Key}: {string.Join(", ", levels.GroupBy(l => l).OrderBy(g => g.Key).Select(g => $"{g.Key} {g.Count()}"))}");
            ((double)levels.Count(l => l is ReadinessLevel.Met or ReadinessLevel.Thin) / levels.Length).ShouldBeGreaterThan(0.4, $"grade {grade.Key}");
        }
    }

    private void MakesSense(string name, int minute, Func<int, int> whereIs)
    {
        var shares = ReadinessShares.Of(full.City, new StaticBoard(full.City).Levels(minute, whereIs));
        output.WriteLine($"{name,-32} {shares}");
        shares.InTime.ShouldBeInRange(0.75, 0.95);
        shares.OutOfReach.ShouldBeGreaterThanOrEqualTo(0.02);
        shares.FringeOfLateAndDark.ShouldBeGreaterThan(0.5);
    }

    private int Post(int responder)
    {
        full.City.TryCell(full.City.Responders[responder].Cell.Value, out var cell);
        return cell;
    }

    /// <summary>Patrols somewhere between two cells of their sector, as the field drives them; a part of all that drive is busy.</summary>
    private int OnRound(int responder, double free)
    {
        var (city, post) = (full.City, Post(responder));
        if (Fraction(responder, 1) >= free)
            return StaticBoard.Away;
        if (city.Responders[responder].Kind != "patrolGroup")
            return post;
        var sector = city.Cells.Sectors[city.Cells.Sector[post]];
        var from = city.Cells.Centres[sector.First + (int)(Fraction(responder, 2) * sector.Count)];
        var to = city.Cells.Centres[sector.First + (int)(Fraction(responder, 3) * sector.Count)];
        var part = Fraction(responder, 4);
        var at = new Domain.Geography.GeoPoint(from.Lon + ((to.Lon - from.Lon) * part), from.Lat + ((to.Lat - from.Lat) * part));
        return city.Locator.TryLocate(at, out var cell) ? cell : post;
    }

    /// <summary>A fixed number in [0, 1) for one responder and one use (SplitMix64).</summary>
    private static double Fraction(int responder, int use)
    {
        var z = ((ulong)responder * 16) + (ulong)use + 0x9E37_79B9_7F4A_7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EBUL;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}

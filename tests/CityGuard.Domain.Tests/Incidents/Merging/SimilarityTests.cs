using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents.Merging;
using CityGuard.Domain.Plans;
using Shouldly;
using Xunit;

namespace CityGuard.Domain.Tests.Incidents.Merging;

public sealed class SimilarityTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly SimilarityRules Rules = new(WithinMetres: 500, WithinSeconds: 600, Related: [["theft", "robbery"]]);

    private static readonly Compared One = new("theft", new GeoPoint(113.26, 23.13), Noon, "两名男子在地铁口抢包");

    [Fact]
    public void What_agrees_in_everything_scores_one()
        => Similarity.Of(Rules, One, One).ShouldBe(new Likeness(1, 0, 0, true, 1));

    [Theory]
    [InlineData(0.0048, 0, "theft", true)] // some 490 m east
    [InlineData(0.0050, 0, "theft", false)] // some 511 m east
    [InlineData(0, 600, "theft", true)]
    [InlineData(0, -600, "theft", true)]
    [InlineData(0, 601, "theft", false)]
    [InlineData(0, 0, "robbery", true)]
    [InlineData(0, 0, "fire", false)]
    public void Beyond_a_bound_two_are_not_alike(double east, int later, string type, bool alike)
        => (Similarity.Of(Rules, One, One with { Place = new GeoPoint(113.26 + east, 23.13), ReceivedAt = Noon.AddSeconds(later), Type = type }) is not null).ShouldBe(alike);

    [Fact]
    public void Each_difference_makes_them_less_alike_and_says_so()
    {
        var far = Similarity.Of(Rules, One, One with { Place = new GeoPoint(113.2612, 23.13) }).ShouldNotBeNull();
        var later = Similarity.Of(Rules, One, One with { ReceivedAt = Noon.AddSeconds(300) }).ShouldNotBeNull();
        var related = Similarity.Of(Rules, One, One with { Type = "robbery" }).ShouldNotBeNull();
        var mute = Similarity.Of(Rules, One, One with { Text = null }).ShouldNotBeNull();
        far.Metres.ShouldBe(122.7, 1);
        far.Score.ShouldBeLessThan(1);
        later.ShouldBe(new Likeness(0.9, 0, 300, true, 1));
        related.ShouldBe(new Likeness(0.9, 0, 0, false, 1));
        mute.ShouldBe(new Likeness(0.8, 0, 0, true, null));
    }

    [Theory]
    [InlineData("两名男子在地铁口抢包", "地铁口有人抢包", 3 / 6.0)]
    [InlineData("Two men took a bag", "A BAG was taken by two MEN", 3 / 4.0)]
    [InlineData("車牌 粤A12345", "粤A12345 往东", 0.5)]
    [InlineData("火灾", "盗窃", 0.0)]
    [InlineData("a, b!", "a b", null)]
    [InlineData("", "两名男子", null)]
    public void Words_count_in_letters_and_pairs_of_characters_in_chinese(string one, string other, double? share)
    {
        var (there, back) = (Similarity.Of(Rules, One with { Text = one }, One with { Text = other })!, Similarity.Of(Rules, One with { Text = other }, One with { Text = one })!);
        there.ShouldBe(back);
        if (share is { } expected)
            there.WordsInCommon.ShouldNotBeNull().ShouldBe(expected, 1e-9);
        else
            there.WordsInCommon.ShouldBeNull();
    }

    [Fact]
    public void Rules_that_weigh_nothing_find_nothing_likelier_than_another()
        => Similarity.Of(Rules with { PlaceWeight = 0, TimeWeight = 0, TypeWeight = 0, WordsWeight = 0 }, One, One)!.Score.ShouldBe(0);
}

using CityGuard.Grains.Sectors;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Sectors;

public sealed class BoardStartTests
{
    private static readonly DateTimeOffset Start = TestCity.MondayMorning;

    private readonly BoardStart _start = new([4, 7], Start);

    [Fact]
    public void It_speaks_when_home_and_neighbours_have_answered()
    {
        At(1, heard: true).ShouldBe(Certainty.Rebuilding);
        _start.Answered(4);
        At(1, heard: true).ShouldBe(Certainty.Rebuilding);
        _start.Answered(7);
        At(1, heard: false).ShouldBe(Certainty.Rebuilding);
        At(1, heard: true).ShouldBe(Certainty.Whole);
    }

    [Fact]
    public void After_five_seconds_it_chooses_from_whom_it_knows_and_after_75_it_believes_silence()
    {
        At(4.9, heard: false).ShouldBe(Certainty.Rebuilding);
        At(5, heard: false).ShouldBe(Certainty.Partial);
        At(74, heard: false, Certainty.Partial).ShouldBe(Certainty.Partial);
        At(75, heard: false, Certainty.Partial).ShouldBe(Certainty.Whole);
    }

    [Fact]
    public void It_never_unlearns_to_speak() => At(1, heard: false, Certainty.Whole).ShouldBe(Certainty.Whole);

    private Certainty At(double seconds, bool heard, Certainty reached = Certainty.Rebuilding) => _start.At(Start.AddSeconds(seconds), heard, reached);
}

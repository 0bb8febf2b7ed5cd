using CityGuard.Abstractions.Feed;
using CityGuard.Web.Feed;
using CityGuard.Web.Tests.Fakes;
using Shouldly;
using Xunit;

namespace CityGuard.Web.Tests.Feed;

public sealed class RelayLinkTests
{
    private readonly List<long> _applied = [];
    private readonly RelayLink _link;

    public RelayLinkTests() => _link = new RelayLink(0, "relay", (_, frame) => _applied.Add(frame.Seq));

    [Fact]
    public async Task Frames_count_only_after_a_snapshot()
    {
        await _link.Frame(Frame(1));
        _applied.ShouldBeEmpty();
        _link.NeedsSnapshot.ShouldBeTrue();
    }

    [Fact]
    public async Task Frames_that_overtook_their_snapshot_are_applied_after_it()
    {
        await _link.Frame(Frame(4));
        await _link.Frame(Frame(5));
        await _link.Frame(Frame(6));
        await _link.Frame(Frame(4, snapshot: true));
        _applied.ShouldBe([4, 5, 6]);
        _link.NeedsSnapshot.ShouldBeFalse();
    }

    [Fact]
    public async Task A_gap_asks_for_a_snapshot_and_stops_the_flow()
    {
        await _link.Frame(Frame(1, snapshot: true));
        await _link.Frame(Frame(3));
        await _link.Frame(Frame(4));
        _applied.ShouldBe([1]);
        _link.NeedsSnapshot.ShouldBeTrue();
    }

    [Fact]
    public async Task A_new_incarnation_asks_for_a_snapshot()
    {
        await _link.Frame(Frame(1, snapshot: true));
        await _link.Frame(Frame(2) with { Source = "another" });
        _applied.ShouldBe([1]);
        _link.NeedsSnapshot.ShouldBeTrue();
    }

    [Fact]
    public async Task A_frame_seen_before_is_passed_over()
    {
        await _link.Frame(Frame(1, snapshot: true));
        await _link.Frame(Frame(2));
        await _link.Frame(Frame(2));
        _applied.ShouldBe([1, 2]);
        _link.NeedsSnapshot.ShouldBeFalse();
    }

    private static FeedFrame Frame(long seq, bool snapshot = false) => new("incarnation", seq, snapshot, Samples.Now, [], [], [], []);
}

using CityGuard.Web.Feed;
using CityGuard.Web.Tests.Fakes;
using Shouldly;
using Xunit;

namespace CityGuard.Web.Tests.Feed;

public sealed class ViewerTests
{
    private static readonly byte[] Change = [1], Snapshot = [2];
    private readonly Viewer _viewer = new();

    [Fact]
    public void A_new_viewer_gets_a_snapshot_before_any_change()
    {
        _viewer.OfferChange(Change);
        _viewer.WantsSnapshot(Samples.Now).ShouldBeTrue();
        _viewer.OfferSnapshot(Snapshot, Samples.Now);
        _viewer.OfferChange(Change);
        Drain().ShouldBe([Snapshot, Change]);
    }

    [Fact]
    public void An_overflow_empties_the_queue_and_asks_for_one_snapshot_at_most_every_five_seconds()
    {
        _viewer.OfferSnapshot(Snapshot, Samples.Now);
        for (var i = 0; i < Viewer.MostQueued + 1; i++)
            _viewer.OfferChange(Change);
        Drain().ShouldBeEmpty();
        _viewer.WantsSnapshot(Samples.Now.AddSeconds(4.9)).ShouldBeFalse();
        _viewer.WantsSnapshot(Samples.Now.AddSeconds(5)).ShouldBeTrue();
        _viewer.OfferSnapshot(Snapshot, Samples.Now.AddSeconds(5));
        Drain().ShouldBe([Snapshot]);
        _viewer.Behind.ShouldBeFalse();
    }

    private List<byte[]> Drain()
    {
        var frames = new List<byte[]>();
        while (_viewer.Frames.TryRead(out var frame))
            frames.Add(frame);
        return frames;
    }
}

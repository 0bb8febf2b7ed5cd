using CityGuard.Abstractions.Feed;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Responders;
using CityGuard.Web.Feed;
using CityGuard.Web.Tests.Fakes;
using Shouldly;
using Xunit;

namespace CityGuard.Web.Tests.Feed;

public sealed class CityPictureTests
{
    private readonly CityPicture _picture = new(responders: 4, cells: 4, targets: 2);

    [Fact]
    public void A_change_is_told_once()
    {
        _picture.Apply(0, Frame(cells: [new(1, ReadinessLevel.Late)]));
        Take().Cells.ShouldBe([new LevelMark(1, (byte)ReadinessLevel.Late)]);
        _picture.Apply(0, Frame(cells: [new(1, ReadinessLevel.Late)]));
        Take().Cells.ShouldBeEmpty();
    }

    [Fact]
    public void A_silent_relay_takes_its_knowledge_with_it_and_nobody_elses()
    {
        _picture.Apply(0, Frame(cells: [new(0, ReadinessLevel.Met)], positions: [At(0)]));
        _picture.Apply(1, Frame(cells: [new(1, ReadinessLevel.Dark)], positions: [At(1)]));
        Take();
        _picture.Silence(0);
        var change = Take();
        change.Cells.ShouldBe([new LevelMark(0, (byte)ReadinessLevel.Unknown)]);
        change.Positions.Single().ShouldBe(new PositionMark(0, 113_000_000, 23_000_000, 1_700_000_000, PositionMark.Unknown));
    }

    [Fact]
    public void What_another_relay_took_over_survives_the_first_ones_silence()
    {
        _picture.Apply(0, Frame(cells: [new(0, ReadinessLevel.Met)]));
        _picture.Apply(1, Frame(cells: [new(0, ReadinessLevel.Met)]));
        Take();
        _picture.Silence(0);
        Take().Cells.ShouldBeEmpty();
    }

    [Fact]
    public void A_snapshot_forgets_what_it_does_not_repeat()
    {
        _picture.Apply(0, Frame(cells: [new(0, ReadinessLevel.Met), new(1, ReadinessLevel.Met)], incidents: [Open('a'), Open('b')]));
        Take();
        _picture.Apply(0, Frame(snapshot: true, cells: [new(1, ReadinessLevel.Met)], incidents: [Open('b')]));
        var everything = _picture.Everything(Samples.Now, 0);
        everything.Cells.ShouldBe([new LevelMark(1, (byte)ReadinessLevel.Met)]);
        everything.Incidents.Select(i => i.Id).ShouldBe([Samples.Id('b').Value]);
        Take().Incidents.ShouldContain(i => i.Id == Samples.Id('a').Value && !i.Open);
    }

    [Fact]
    public void An_incident_outlives_the_silence_of_its_relay_but_not_its_end()
    {
        _picture.Apply(0, Frame(incidents: [Open('a')]));
        _picture.Silence(0);
        _picture.Everything(Samples.Now, 1).Incidents.Count.ShouldBe(1);
        _picture.Forget(0);
        _picture.Everything(Samples.Now, 1).Incidents.ShouldBeEmpty();
    }

    [Fact]
    public void A_snapshot_for_a_viewer_continues_the_count_of_changes()
    {
        Take();
        var change = Take();
        _picture.Everything(Samples.Now, 0).Seq.ShouldBe(change.Seq);
        Take().Seq.ShouldBe(change.Seq + 1);
    }

    [Fact]
    public void An_index_outside_the_city_is_passed_over()
    {
        _picture.Apply(0, Frame(cells: [new(99, ReadinessLevel.Met), new(-1, ReadinessLevel.Met)]));
        Take().Cells.ShouldBeEmpty();
    }

    private static FeedFrame Frame(bool snapshot = false, PositionDelta[]? positions = null, LevelDelta[]? cells = null, IncidentDelta[]? incidents = null)
        => new("relay", 1, snapshot, Samples.Now, positions ?? [], cells ?? [], [], incidents ?? []);

    private static PositionDelta At(int responder) => new(responder, new GeoPoint(113, 23), ResponderStatus.Available, null, 1_700_000_000_999);

    private static IncidentDelta Open(char mark) => new(Samples.Id(mark), new GeoPoint(113, 23), "theft", IncidentSeverity.Low, true, 0);

    private CityChange Take() => _picture.TakeChange(Samples.Now, 0);
}

using CityGuard.Abstractions;
using CityGuard.Abstractions.Areas;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Counters;
using CityGuard.Grains.Tests.Cluster;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Areas;

/// <summary>What an area counts, and that nothing is counted twice or lost when actors start anew.</summary>
public sealed class BoardTests : IAsyncLifetime
{
    private const string Sector = "s-01-02";
    private readonly City _city = new();

    private IAreaFront Areas => _city.Grains.GetGrain<IAreaFront>(0);

    public ValueTask InitializeAsync() => _city.InitializeAsync();

    public ValueTask DisposeAsync() => _city.DisposeAsync();

    [Fact]
    public async Task Calls_of_the_day_are_counted_by_type_and_closings_too_also_across_new_starts()
    {
        var cell = _city.Model.Cells.Ids[_city.Model.Cells.Sectors[1].First + 5].Value;
        var first = await _city.Report(City.Theft("board-1", cell));
        var second = await _city.Report(City.Theft("board-2", cell) with { Type = "disturbance" });
        await Shows(board => board.Today is { Whole: 2, Closed: 0 } && board.Open == 2);
        (await Board()).Today.Types.ShouldBe([new TypeCount("disturbance", 1, 1), new TypeCount("theft", 1, 1)]);
        (await Board("d-01")).Today.Whole.ShouldBe(2);
        (await Board("s-01-01")).Today.Whole.ShouldBe(0);

        // The end of one is told by nobody: its sector and book have gone, the stream's hint with them.
        await _city.Finish(first);
        await City.Deactivate(_city.Sector(_city.Model.Cells.Sectors[1]));
        var book = (await Board()).Today.Day;
        await City.Deactivate(_city.Grains.GetGrain<CityGuard.Grains.Areas.Counters.IDayBookGrain>(new DayBookId(book, AreaId.Parse(Sector)).Stream));
        await _city.Finish(second);
        await Shows(board => board.Today is { Whole: 2, Closed: 2 } && board.Open == 0 && board.Silent.Count == 0);
        (await Board()).Today.Types.Sum(t => t.Whole).ShouldBe(2);
    }

    [Fact]
    public async Task What_is_not_known_is_no_zero()
    {
        await Shows(board => board.Silent.Count == 0);
        var board = await Board();
        board.Yesterday.ShouldSatisfyAllConditions(day => day.Known.ShouldBe(DayKnowledge.Unknown), day => day.Whole.ShouldBeNull(), day => day.Closed.ShouldBeNull());
        board.LastWeek.Known.ShouldBe(DayKnowledge.Unknown);
        (board.Today.Known, board.Today.Whole).ShouldBe((DayKnowledge.Partial, 0)); // the city first started today
        board.Today.Since.ShouldNotBeNull();
        board.OnDuty.Sum(kind => kind.Planned).ShouldBeGreaterThan(0);

        _city.Wire.LoseCalls("ISectorGrain.Calls", 1);
        var deaf = await Board();
        (deaf.Open, deaf.Late).ShouldBe((null, null));
        deaf.Silent.ShouldBe([AreaId.Parse(Sector)]);
        (await Areas.Board(OpenDoor.Key, "st-01-03")).Refusal!.Code.ShouldBe(RefusalCode.Unprocessable);
        (await Areas.Board(OpenDoor.Key, "s-99")).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
    }

    private async Task<AreaBoard> Board(string area = Sector) => (await Areas.Board(OpenDoor.Key, area)).Value.ShouldNotBeNull();

    private async Task Shows(Func<AreaBoard, bool> wanted)
    {
        var last = await Board();
        await Eventually.Holds(async () => wanted(last = await Board()), () => $"{last.Today} open {last.Open} silent {last.Silent.Count}", within: TimeSpan.FromSeconds(60));
    }
}

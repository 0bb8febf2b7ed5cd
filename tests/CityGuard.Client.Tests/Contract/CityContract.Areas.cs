using CityGuard.Abstractions;
using CityGuard.Abstractions.Areas;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.HandOver;
using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.Client.Tests.Contract;

public abstract partial class CityContract
{
    [Fact]
    public async Task The_board_of_an_area_counts_its_calls()
    {
        var sector = AreaId.Parse("s-01-03");
        var before = (await Client.GetBoardAsync(sector, Token)).Today.Whole ?? 0;
        var id = (await Client.ReportIncidentAsync(Report(city.City.Cells.Sectors[2].First), Token)).Id;
        await Until.True(async () => (await Client.GetBoardAsync(sector, Token)).Today.Whole > before); // calls of other tests may still be on their way
        await CloseAsync(id);
        var board = await Client.GetBoardAsync(AreaId.Parse("d-01"), Token);
        board.Yesterday.Whole.ShouldBeNull();
        board.Today.Types.ShouldNotBeEmpty();
        (await Refused(() => Client.GetBoardAsync(AreaId.Parse("d-99"), Token))).ShouldBe(RefusalCode.Unknown);
    }

    [Fact]
    public async Task A_hand_over_sheet_is_made_read_and_not_acknowledged_by_its_maker()
    {
        var district = AreaId.Parse("d-01");
        var command = new HandOverCommand("the lift at gate 3 is out", "sheet-" + GetType().Name);
        var sheet = await Client.HandOverAsync(district, command, Token);
        (await Client.HandOverAsync(district, command, Token)).Sheet.ShouldBe(sheet.Sheet);
        (await Client.GetHandOverAsync(district, sheet.Sheet, Token)).Notes.ShouldBe(command.Notes);
        (await Client.GetHandOversAsync(district, 100, Token)).ShouldContain(one => one.Sheet == sheet.Sheet);
        (await Refused(() => Client.AcknowledgeHandOverAsync(district, sheet.Sheet, new AcknowledgeCommand(), Token))).ShouldBe(RefusalCode.Conflict);
        (await Refused(() => Client.GetHandOverAsync(district, SheetId.Parse("h-9999"), Token))).ShouldBe(RefusalCode.Unknown);
        using var reader = Connect(city.ReadKey);
        (await reader.GetHandOverAsync(district, sheet.Sheet, Token)).Notes.ShouldBeNull();
        (await Refused(() => reader.HandOverAsync(district, command, Token))).ShouldBe(RefusalCode.Forbidden);
    }
}

using CityGuard.Abstractions;
using CityGuard.Abstractions.Duty;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Duty;
using Shouldly;
using Xunit;

namespace CityGuard.Client.Tests.Contract;

public abstract partial class CityContract
{
    [Fact]
    public async Task A_duty_level_is_set_shown_and_ended_and_nonsense_is_refused()
    {
        var area = AreaId.Parse("s-02-02");
        var command = new DutyCommand("2", "a fair", Now().AddHours(1), "the fair begins", Command: "duty-" + GetType().Name);
        var set = await Client.SetDutyAsync(area, command, Token);
        set.InForce.Order!.Scenario.ShouldBe("a fair");
        (await Client.SetDutyAsync(area, command, Token)).InForce.Order!.Version.ShouldBe(set.InForce.Order.Version);
        (await Client.GetDutyAsync(area, Token)).Measures.MassForces.Count.ShouldBe(2);
        // The same key ordered it; nobody acknowledges his own order.
        (await Refused(() => Client.AcknowledgeDutyAsync(area, new AcknowledgeDutyCommand(area, set.InForce.Order.Version, [DutyMeasure.Strength]), Token))).ShouldBe(RefusalCode.Conflict);
        (await Refused(() => Client.AcknowledgeDutyAsync(area, new AcknowledgeDutyCommand(area, 99), Token))).ShouldBe(RefusalCode.Unknown);
        set.Sectors.ShouldHaveSingleItem().Receipts.ShouldAllBe(receipt => receipt.By == null);
        (await Refused(() => Client.SetDutyAsync(area, command with { Command = null, Level = "9" }, Token))).ShouldBe(RefusalCode.Unprocessable);
        (await Client.EndDutyAsync(area, new EndDutyCommand("over & out", set.InForce.Order.Version), Token)).InForce.Level.ShouldBe("normal");
        (await Refused(() => Client.EndDutyAsync(area, new EndDutyCommand("over"), Token))).ShouldBe(RefusalCode.Conflict);
    }
}

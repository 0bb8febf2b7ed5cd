using CityGuard.Abstractions;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Plans;
using Shouldly;
using Xunit;

namespace CityGuard.Client.Tests.Contract;

public abstract partial class CityContract
{
    [Fact]
    public async Task The_mode_of_an_area_is_set_and_told_with_who_set_it_and_why()
    {
        var sector = AreaId.Parse("s-02-03");
        await Client.SetModeAsync(sector, DispatchMode.Recommend, "few people", Token);
        var modes = await Client.GetModesAsync(sector, Token);
        modes.Set.ShouldNotBeNull().ShouldSatisfyAllConditions(w => w.Mode.ShouldBe(DispatchMode.Recommend), w => w.Why.ShouldBe("few people"), w => w.By.ShouldNotBeNullOrEmpty());
        modes.Sectors.ShouldHaveSingleItem().Word.ShouldBe(modes.Set);
        (await Client.GetReadinessAsync(sector, Token)).Modes.ShouldBe([DispatchMode.Recommend]);
        await Client.SetModeAsync(sector, DispatchMode.Automatic, "over", Token);
        (await Refused(() => Client.SetModeAsync(AreaId.Parse("d-99"), DispatchMode.Manual, "no", Token))).ShouldBe(RefusalCode.Unknown);
        using var reader = Connect(city.ReadKey);
        (await Refused(() => reader.SetModeAsync(sector, DispatchMode.Manual, "no", Token))).ShouldBe(RefusalCode.Forbidden);
    }
}

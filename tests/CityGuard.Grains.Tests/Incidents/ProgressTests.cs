using CityGuard.Abstractions;
using CityGuard.Abstractions.Responders;
using CityGuard.Grains.Tests.Cluster;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Incidents;

[Collection(nameof(OneCity))]
public sealed class ProgressTests(City city)
{
    [Fact]
    public async Task Out_of_order_stale_or_future_steps_change_nothing()
    {
        await city.Fresh();
        var view = await city.UntilAssigned(await city.Report(City.Theft("steps")));
        var (held, now) = (view.Assignment(), TimeProvider.System.GetUtcNow());
        (await city.Say(view, "onScene", now)).Refusal.ShouldBeNull();
        var version = (await city.View(view.Id)).Version;

        (await city.Say(view, "enRoute", now)).Refusal!.Code.ShouldBe(RefusalCode.Conflict);
        (await city.Say(view, "cleared", now.AddSeconds(-10))).Refusal!.Code.ShouldBe(RefusalCode.Conflict);
        (await city.Say(view, "cleared", now.AddMinutes(5))).Refusal!.Code.ShouldBe(RefusalCode.Unprocessable);
        (await city.Say(view, "cleared", now, held with { Epoch = held.Epoch - 1 })).Refusal!.Code.ShouldBe(RefusalCode.Conflict);
        (await city.Say(view, "cleared", now, held with { Epoch = held.Epoch + 1 })).Refusal!.Code.ShouldBe(RefusalCode.Conflict);
        (await city.Say(view, "onScene", now)).Refusal.ShouldBeNull();
        (await city.View(view.Id)).Version.ShouldBe(version);
        await city.Finish(view.Id);
    }

    [Fact]
    public async Task A_repeat_of_the_last_step_after_closing_is_no_error_and_a_new_step_is()
    {
        await city.Fresh();
        var view = await city.UntilAssigned(await city.Report(City.Theft("repeat")));
        var now = TimeProvider.System.GetUtcNow();
        (await city.Say(view, "cleared", now)).Refusal.ShouldBeNull();
        await city.Until(view.Id, v => v.Times.ClosedAt is not null);
        (await city.Say(view, "cleared", now)).Refusal.ShouldBeNull();
        (await city.Say(view, "accepted", now)).Refusal!.Code.ShouldBe(RefusalCode.Conflict);
    }

    [Fact]
    public async Task A_step_needs_its_order()
        => (await city.Responders.ReportStatus(OpenDoor.Key, "p-C-0001", new StatusReport("onScene", TimeProvider.System.GetUtcNow()))).Refusal!.Code.ShouldBe(RefusalCode.Malformed);
}

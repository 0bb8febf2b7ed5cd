using CityGuard.Web.Panels;
using CityGuard.Web.Session;
using CityGuard.Web.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace CityGuard.Web.Tests.Panels;

public sealed class CityPanelsTests : Room
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private CityPanels Panels => Services.GetRequiredService<CityPanels>();

    [Fact]
    public async Task Two_viewers_of_one_area_cost_one_question()
    {
        Fronts.SummaryAnswer = Samples.Summary();
        var (first, second) = (new Bell(), new Bell());
        using var a = Panels.Watch("city-small", first.Ring);
        using var b = Panels.Watch("city-small", second.Ring);
        await first.Rung;
        first.Reset();
        second.Reset();
        Panels.AskAll();
        await Task.WhenAll(first.Rung, second.Rung);
        Fronts.Asked.Count.ShouldBe(2);
        a.Latest.ShouldBeSameAs(b.Latest);
        a.Latest.Summary.ShouldBe(Fronts.SummaryAnswer);
        Fronts.LastCaller.ShouldBe(Services.GetRequiredService<IServiceCredential>().Credential);
    }

    [Fact]
    public async Task Nobody_looks_nothing_is_asked()
    {
        var bell = new Bell();
        Panels.Watch("city-small", bell.Ring).Dispose();
        Panels.AskAll();
        using var other = Panels.Watch("d-01", bell.Ring);
        await bell.Rung;
        Panels.AskAll();
        Fronts.Asked.Count(a => a == "city-small").ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public async Task Trouble_is_told_and_the_last_picture_stays()
    {
        Fronts.SummaryAnswer = Samples.Summary();
        var bell = new Bell();
        using var watch = Panels.Watch("city-small", bell.Ring);
        await bell.Rung;
        Fronts.Failure = new TimeoutException("boards are silent");
        bell.Reset();
        Panels.AskAll();
        await bell.Rung;
        watch.Latest.Trouble.ShouldBe("boards are silent");
        watch.Latest.Summary.ShouldNotBeNull();
    }

    private sealed class Bell
    {
        private TaskCompletionSource _rung = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Rung => _rung.Task.WaitAsync(Patience);

        public void Ring() => _rung.TrySetResult();

        public void Reset() => _rung = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

using CityGuard.Tests.Shared;
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
        await Until.True(() => a.Latest.Summary is not null);
        first.Reset();
        second.Reset();
        // Who asks while the first answer is still being told asks for nothing.
        await Until.True(() =>
        {
            if (Fronts.Asked.Count < 2)
                Panels.AskAll();
            return Fronts.Asked.Count == 2;
        });
        await Task.WhenAll(first.Rung, second.Rung);
        await Until.True(() => ReferenceEquals(a.Latest, b.Latest));
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
        await Until.True(() => watch.Latest.Summary is not null);
        Fronts.Failure = new TimeoutException("boards are silent");
        await Until.True(() =>
        {
            Panels.AskAll();
            return watch.Latest.Trouble is not null;
        });
        watch.Latest.Trouble.ShouldBe("boards are silent");
        watch.Latest.Summary.ShouldNotBeNull();
    }

    [Fact]
    public async Task One_silent_board_does_not_freeze_the_other_panels()
    {
        Fronts.Silence = new TaskCompletionSource();
        Fronts.FragileAnswer.Add(Samples.Thin());
        using var watch = Panels.Watch("city-small", () => { });
        Fronts.OpenAnswer.Add(Samples.Line('a', CityGuard.Domain.Incidents.IncidentSeverity.Low, 1));
        Fronts.SummaryAnswer = Samples.Summary();
        await Until.True(() =>
        {
            Panels.AskAll();
            return watch.Latest is { Summary: not null, Open.Count: 1 };
        });
        watch.Latest.Fragile.ShouldBeEmpty();
        Fronts.Silence.SetResult();
        await Until.True(() => watch.Latest.Fragile.Count == 1);
    }

    private sealed class Bell
    {
        private TaskCompletionSource _rung = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Rung => _rung.Task.WaitAsync(Patience);

        public void Ring() => _rung.TrySetResult();

        public void Reset() => _rung = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

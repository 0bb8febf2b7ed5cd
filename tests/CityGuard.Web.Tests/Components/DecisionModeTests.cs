using Bunit;
using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Plans;
using CityGuard.Web.Components.Details;
using CityGuard.Web.Panels;
using CityGuard.Web.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace CityGuard.Web.Tests.Components;

public sealed class DecisionModeTests : Room
{
    [Fact]
    public void A_decision_that_asks_a_person_says_which_area_wanted_that_since_when_who_and_why()
        => Told(DispatchMode.Manual, new ModeWord(DispatchMode.Manual, AreaId.Parse("d-01"), "chief", "storm drill", Samples.Now))
            .ShouldBe($"Dispatch: Manual · {Services.GetRequiredService<CityNames>().Area("d-01")}, since 13:06:07, by chief: storm drill");

    [Fact]
    public void Where_the_plan_or_the_start_of_the_city_asks_for_a_person_that_is_said()
    {
        Told(DispatchMode.Recommend, null).ShouldBe("Dispatch: Recommend · as the plan asks");
        Told(DispatchMode.Manual, new ModeWord(DispatchMode.Manual)).ShouldBe("Dispatch: Manual · as the city was started");
        Card(DispatchMode.Automatic, null).FindAll("[data-testid=decision-mode]").ShouldBeEmpty();
    }

    private string Told(DispatchMode mode, ModeWord? word) => Card(mode, word).Find("[data-testid=decision-mode]").TextContent;

    private IRenderedComponent<DecisionCard> Card(DispatchMode mode, ModeWord? word)
        => Render<DecisionCard>(p => p.Add(d => d.Decision, new DecisionView(Samples.Now, "primary", "first", [], [], new Dictionary<string, int>(), mode, word)));
}

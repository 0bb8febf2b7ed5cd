using Bunit;
using CityGuard.Web.Components.Pages;
using CityGuard.Web.Session;
using CityGuard.Web.Tests.Fakes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace CityGuard.Web.Tests.Components.Pages;

public sealed class LiveTests : Room
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public void A_session_that_ended_takes_the_picture_with_it()
    {
        Fronts.SummaryAnswer = Samples.Summary();
        var page = Render<Live>();
        page.WaitForAssertion(() => page.Find("[data-figure=open] .value").TextContent.ShouldBe("7"), Patience);
        Users.Ended = true;
        Clock.Advance(SessionEnd.Period);
        page.WaitForAssertion(() => page.Find("[data-figure=open] .value").TextContent.ShouldBe("–"), Patience);
        Services.GetRequiredService<NavigationManager>().Uri.ShouldBe("http://localhost/");
        var asked = Fronts.Asked.Count;
        Services.GetRequiredService<CityGuard.Web.Panels.CityPanels>().AskAll();
        Fronts.Asked.Count.ShouldBe(asked);
    }
}

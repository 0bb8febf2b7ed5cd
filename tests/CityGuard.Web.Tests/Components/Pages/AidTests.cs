using Bunit;
using CityGuard.Abstractions;
using CityGuard.Abstractions.Areas;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Aid;
using CityGuard.Domain.People;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Responders;
using CityGuard.Web.Components.Pages;
using CityGuard.Web.Tests.Fakes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using Shouldly;
using Xunit;

namespace CityGuard.Web.Tests.Components.Pages;

public sealed class AidTests : Room
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly AidView Asked = new(
        AidId.Of(AreaId.Parse("s-01-02"), "one"), 1, AidPhase.Requested, AreaId.Parse("s-01-02"), AreaId.Parse("s-01-01"), "patrolGroup", 1, "a fair", null, Samples.Now.AddHours(2), "Li", Samples.Now, [], null, null, null, null, null, null);

    public AidTests()
    {
        Users.Scopes = Scope.Read | Scope.Command;
        Users.Role = PersonRole.Commander;
        Fronts.Responder = Samples.Responder();
        Fronts.Areas.Losses = [new LevelLoss(ReadinessLevel.Dark, 2, 900, 1)];
        Fronts.Areas.Running.Add(Asked);
    }

    [Fact]
    public void Consent_goes_with_the_price_that_stood_before_ones_eyes()
    {
        var page = OpenFirst();
        page.Find("[data-action=Lend]").Click();
        page.Find("[data-action=Consent]").HasAttribute("disabled").ShouldBeTrue();
        page.WaitForAssertion(() => page.Find("[data-testid=lend] .fall").TextContent.ShouldBe("Dark3*"), Patience);
        page.Find("[data-testid=lend] input[data-id='p-C-0001']").Change(true);
        page.WaitForAssertion(() => page.Find(".sum").TextContent.ShouldContain("2 cells (900 people), 1 targets"), Patience);
        page.Find("[data-action=Consent]").Click();
        var (area, said) = Fronts.Areas.Said.ShouldHaveSingleItem();
        area.ShouldBe("s-01-01");
        var command = said.ShouldBeOfType<ConsentCommand>();
        command.Responders.ShouldBe([ResponderId.Parse("p-C-0001")]);
        command.Seen.Losses.ShouldBe(Fronts.Areas.Losses);
        command.IfVersion.ShouldBe(1);
    }

    [Fact]
    public void Nobody_consents_to_a_price_that_is_not_known_and_it_is_asked_for_again()
    {
        var losses = Fronts.Areas.Losses;
        Fronts.Areas.Losses = null;
        var page = OpenFirst();
        page.Find("[data-action=Lend]").Click();
        page.Find("[data-testid=lend] input[data-id='p-C-0001']").Change(true);
        page.WaitForAssertion(() => page.Find(".sum").TextContent.ShouldContain("not known"), Patience);
        page.Find("[data-action=Consent]").HasAttribute("disabled").ShouldBeTrue();
        Fronts.Areas.Losses = losses;
        Clock.Advance(TimeSpan.FromSeconds(2));
        page.WaitForAssertion(() => page.Find("[data-action=Consent]").HasAttribute("disabled").ShouldBeFalse(), Patience);
    }

    [Fact]
    public void Who_asked_may_take_it_back_and_does_not_answer()
    {
        Fronts.Areas.Running[0] = Asked with { AskedBy = "wang" };
        var page = OpenFirst();
        page.FindAll("[data-action]").Select(b => b.GetAttribute("data-action")).ShouldBe(["End"]);
    }

    [Fact]
    public async Task A_running_aid_shows_its_price_and_time_left_and_is_called_home_with_a_reason()
    {
        Fronts.Areas.Running[0] = Asked with
        {
            State = AidPhase.Lent, AnsweredBy = "wang", AnsweredAt = Samples.Now, Why = "can be spared", Loans = [new LoanView(ResponderId.Parse("p-C-0001"), LoanPhase.Lent, null)],
            Price = new ReadinessPrice([ResponderId.Parse("p-C-0001")], [new LevelLoss(ReadinessLevel.Thin, 4, 10, 0)], [], [], Samples.Now),
        };
        var dialogs = Render<MudDialogProvider>();
        var page = OpenFirst();
        page.Find("[data-testid=aids] time").TextContent.ShouldBe("2:00:00");
        page.Find("[data-testid=aid-detail] [data-field=price]").TextContent.ShouldContain("Thin: 4 cells");
        page.Find("[data-action=End]").Click();
        dialogs.WaitForAssertion(() => dialogs.Find("input").GetAttribute("value").ShouldBe("no longer needed"), Patience);
        await dialogs.Find("input").KeyDownAsync("Enter");
        page.WaitForAssertion(() => Fronts.Areas.Said.ShouldHaveSingleItem().Said.ShouldBeOfType<AidAnswer>().Why.ShouldBe("no longer needed"), Patience);
    }

    [Fact]
    public void A_commander_asks_whom_the_area_may_ask_and_reads_a_refusal_in_his_language()
    {
        Fronts.Areas.Refusal = new Refusal(RefusalCode.Unprocessable, "s-01-02 is neither a neighbour of s-01-01 nor above it: ask the level above");
        Read("zh-CN");
        var page = OpenFirst();
        page.WaitForAssertion(() => page.FindAll("[data-testid=ask] select")[0].TextContent.ShouldContain("二所"), Patience);
        page.Find("[data-testid=ask]").Submit();
        var (area, said) = Fronts.Areas.Said.ShouldHaveSingleItem();
        area.ShouldBe("city-small");
        said.ShouldBeOfType<AidCommand>().ShouldSatisfyAllConditions(c => c.Kind.ShouldBe("patrolGroup"), c => c.Until.ShouldBe(Samples.Now.AddHours(2)), c => c.From.Value.ShouldBe("s-01-02"));
        page.WaitForAssertion(() => page.Find("[data-testid=refused]").TextContent.ShouldBe("二所既非一所的邻区也非上级：请向上级申请。"), Patience);
    }

    [Fact]
    public void Aid_that_a_desk_sends_for_is_asked_for_its_incident()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/aid?incident={Samples.Id('a')}");
        var page = OpenFirst();
        page.WaitForAssertion(() => page.Find("[data-field=for]"), Patience);
        page.Find("[data-testid=ask]").Submit();
        Fronts.Areas.Said.ShouldHaveSingleItem().Said.ShouldBeOfType<AidCommand>().Incident.ShouldBe(Samples.Id('a'));
    }

    [Fact]
    public void Whoever_is_asked_declines_and_takes_nothing_back()
    {
        Users.Area = AreaId.Parse("s-01-01");
        OpenFirst().FindAll("[data-action]").Select(b => b.GetAttribute("data-action")).ShouldBe(["Lend", "Decline"]);
    }

    [Theory]
    [InlineData(PersonRole.Dispatcher)]
    [InlineData(PersonRole.Viewer)]
    public void Who_commands_no_area_only_looks(PersonRole role)
    {
        Users.Role = role;
        var page = OpenFirst();
        page.FindAll("[data-action]").ShouldBeEmpty();
        page.FindAll("[data-testid=ask]").ShouldBeEmpty();
        page.Find("[data-testid=readonly]");
    }

    private IRenderedComponent<Aid> OpenFirst()
    {
        var page = Render<Aid>();
        page.WaitForAssertion(() => page.Find("[data-testid=aids] [data-row]"), Patience);
        page.Find("[data-testid=aids] [data-row]").Click();
        return page;
    }
}

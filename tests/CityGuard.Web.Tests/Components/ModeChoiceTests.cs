using Bunit;
using CityGuard.Abstractions;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;
using CityGuard.Domain.People;
using CityGuard.Domain.Plans;
using CityGuard.Web.Components.Layout;
using MudBlazor;
using Shouldly;
using Xunit;

namespace CityGuard.Web.Tests.Components;

public sealed class ModeChoiceTests : Room
{
    [Fact]
    public void Who_may_only_read_sees_the_mode_and_no_choice()
    {
        var shown = Choice(DispatchMode.Recommend);
        shown.Find("[data-testid=mode]").Children.Select(part => part.TextContent).ShouldBe(["Dispatch", "Recommend"]);
        shown.FindAll("button").ShouldBeEmpty();
        Choice(DispatchMode.Automatic, DispatchMode.Manual).Find("b").TextContent.ShouldBe("Automatic, Manual");
    }

    [Fact]
    public void What_is_not_known_is_not_shown() => Choice().Markup.Trim().ShouldBeEmpty();

    [Fact]
    public void A_commander_sets_one_of_three_with_a_reason_and_his_own_ticket()
    {
        var (dialogs, shown) = Commander(DispatchMode.Automatic);
        Pressed(shown).ShouldBe(["true", "false", "false"]);
        shown.Find("[data-testid=mode-recommend]").Click();
        dialogs.WaitForElement("input").Input("storm drill");
        dialogs.Markup.ShouldContain("a person confirms");
        dialogs.FindAll(".mud-dialog-actions button")[1].Click();
        shown.WaitForAssertion(() => Fronts.Areas.Modes.ShouldHaveSingleItem());
        var (caller, area, command) = Fronts.Areas.Modes[0];
        (area, command.Mode, command.Why, caller.Ticket).ShouldBe(("d-01", DispatchMode.Recommend, "storm drill", "ticket of wang"));
    }

    [Fact]
    public void Where_the_sectors_differ_each_of_their_modes_is_pressed_half_and_any_can_be_set_for_all()
    {
        var (dialogs, shown) = Commander(DispatchMode.Automatic, DispatchMode.Manual);
        Pressed(shown).ShouldBe(["mixed", "false", "mixed"]);
        shown.Find("[data-testid=mode-manual]").Click();
        dialogs.WaitForElement("input");
    }

    [Fact]
    public void What_is_so_already_asks_nothing()
    {
        var (dialogs, shown) = Commander(DispatchMode.Manual);
        shown.Find("[data-testid=mode-manual]").Click();
        dialogs.FindAll(".mud-dialog").ShouldBeEmpty();
    }

    [Fact]
    public void What_was_asked_for_is_set_though_the_page_moved_on_meanwhile()
    {
        var (dialogs, shown) = Commander(DispatchMode.Automatic);
        shown.Find("[data-testid=mode-manual]").Click();
        dialogs.WaitForElement("input").Input("storm drill");
        shown.Render(p => p.Add(s => s.Area, "s-01-02").Add(s => s.Modes, [DispatchMode.Recommend]));
        dialogs.FindAll(".mud-dialog-actions button")[1].Click();
        shown.WaitForAssertion(() => Fronts.Areas.Modes.ShouldHaveSingleItem());
        (Fronts.Areas.Modes[0].Area, Fronts.Areas.Modes[0].Command.Mode).ShouldBe(("d-01", DispatchMode.Manual));
    }

    [Fact]
    public void Nothing_is_set_without_a_reason()
    {
        var (dialogs, shown) = Commander(DispatchMode.Automatic);
        shown.Find("[data-testid=mode-manual]").Click();
        dialogs.WaitForElement("input");
        dialogs.FindAll(".mud-dialog-actions button")[1].HasAttribute("disabled").ShouldBeTrue();
        dialogs.FindAll(".mud-dialog-actions button")[0].Click();
        Fronts.Areas.Modes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(PersonRole.Commander, "d-01", true)]
    [InlineData(PersonRole.Commander, "s-01-02", false)]
    [InlineData(PersonRole.Dispatcher, "d-01", false)]
    public void The_choice_is_offered_to_whoever_directs_the_area_in_view(PersonRole role, string own, bool offered)
    {
        (Users.Scopes, Users.Role, Users.Area) = (Scope.Read | Scope.Command, role, AreaId.Parse(own));
        Choice(DispatchMode.Automatic).FindAll("button").Any().ShouldBe(offered);
    }

    [Fact]
    public void A_refusal_is_told()
    {
        Fronts.Areas.ModeRefusal = new Refusal(RefusalCode.Forbidden, "not yours");
        var notices = Render<MudSnackbarProvider>();
        var (dialogs, shown) = Commander(DispatchMode.Automatic);
        shown.Find("[data-testid=mode-manual]").Click();
        dialogs.WaitForElement("input").Input("storm drill");
        dialogs.FindAll(".mud-dialog-actions button")[1].Click();
        notices.WaitForAssertion(() => notices.Markup.ShouldContain("not yours"));
    }

    private static IEnumerable<string?> Pressed(IRenderedComponent<ModeChoice> shown) => shown.FindAll("button").Select(button => button.GetAttribute("aria-pressed"));

    private (IRenderedComponent<MudDialogProvider> Dialogs, IRenderedComponent<ModeChoice> Shown) Commander(params DispatchMode[] modes)
    {
        Users.Scopes = Scope.Read | Scope.Command;
        return (Render<MudDialogProvider>(), Choice(modes));
    }

    private IRenderedComponent<ModeChoice> Choice(params DispatchMode[] modes) => Render<ModeChoice>(p => p.Add(s => s.Area, "d-01").Add(s => s.Modes, modes));
}

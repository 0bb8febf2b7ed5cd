using Bunit;
using CityGuard.Abstractions.Security;
using CityGuard.Web.Components.Layout;
using MudBlazor;
using Shouldly;
using Xunit;

namespace CityGuard.Web.Tests.Components;

public sealed class AutomaticSwitchTests : Room
{
    [Fact]
    public void Who_may_only_read_sees_the_state_and_no_switch()
    {
        var shown = Switch(on: false);
        shown.Find("[data-testid=automatic]").TextContent.ShouldBe("Automatic dispatch: off");
        shown.FindAll("button").ShouldBeEmpty();
    }

    [Fact]
    public void What_is_not_known_is_not_shown() => Switch(on: null).Markup.Trim().ShouldBeEmpty();

    [Fact]
    public void Who_may_command_switches_with_a_reason_and_his_own_ticket()
    {
        Users.Scopes = Scope.Read | Scope.Command;
        var dialogs = Render<MudDialogProvider>();
        var shown = Switch(on: true);
        shown.Find("button[role=switch]").GetAttribute("aria-checked").ShouldBe("true");
        shown.Find("button[role=switch]").Click();
        dialogs.WaitForElement("input").Input("storm drill");
        dialogs.FindAll(".mud-dialog-actions button")[1].Click();
        shown.WaitForAssertion(() => Fronts.Switched.ShouldHaveSingleItem());
        var (caller, area, on, why) = Fronts.Switched[0];
        (area.Value, on, why, caller.Ticket).ShouldBe(("d-01", false, "storm drill", "ticket of wang"));
    }

    [Fact]
    public void What_was_asked_for_is_switched_though_the_page_moved_on_meanwhile()
    {
        Users.Scopes = Scope.Command;
        var dialogs = Render<MudDialogProvider>();
        var shown = Switch(on: true);
        shown.Find("button[role=switch]").Click();
        dialogs.WaitForElement("input").Input("storm drill");
        shown.Render(p => p.Add(s => s.Area, "s-01-02").Add(s => s.On, false));
        dialogs.FindAll(".mud-dialog-actions button")[1].Click();
        shown.WaitForAssertion(() => Fronts.Switched.ShouldHaveSingleItem());
        (Fronts.Switched[0].Area.Value, Fronts.Switched[0].On).ShouldBe(("d-01", false));
    }

    [Fact]
    public void Nothing_is_switched_without_a_reason()
    {
        Users.Scopes = Scope.Command;
        var dialogs = Render<MudDialogProvider>();
        Switch(on: true).Find("button[role=switch]").Click();
        dialogs.WaitForElement("input");
        dialogs.FindAll(".mud-dialog-actions button")[1].HasAttribute("disabled").ShouldBeTrue();
        dialogs.FindAll(".mud-dialog-actions button")[0].Click();
        Fronts.Switched.ShouldBeEmpty();
    }

    private IRenderedComponent<AutomaticSwitch> Switch(bool? on) => Render<AutomaticSwitch>(p => p.Add(s => s.Area, "d-01").Add(s => s.On, on));
}

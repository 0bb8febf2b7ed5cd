using Bunit;
using CityGuard.Web.Components;
using CityGuard.Web.Components.Map;
using Shouldly;
using Xunit;

namespace CityGuard.Web.Tests.Components;

public sealed class MapViewTests : Room
{
    [Fact]
    public async Task The_island_is_made_once_told_what_to_mark_and_taken_down()
    {
        var module = JSInterop.SetupModule(MapView.Module);
        var map = module.SetupModule(call => call.Identifier == "create");
        map.SetupVoid("select", _ => true).SetVoidResult();
        map.SetupVoid("dispose").SetVoidResult();
        Selection? picked = null;
        var view = Render<MapView>(p => p.Add(v => v.Picked, s => picked = s));
        view.WaitForAssertion(() => module.Invocations["create"].ShouldHaveSingleItem());

        await view.InvokeAsync(() => view.Instance.OnPicked("cell", "c-00003"));
        picked.ShouldBe(new Selection(Selection.Cell, "c-00003"));
        await view.InvokeAsync(async () => await view.Instance.Select(picked, go: true));
        map.VerifyInvoke("select").Arguments[1].ShouldBe("c-00003");
        await DisposeComponentsAsync();
        map.VerifyInvoke("dispose");
    }
}

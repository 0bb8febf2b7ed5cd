using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CityGuard.Web.Components.Panels;

/// <summary>Arrow keys within a list of buttons.</summary>
internal static class ListKeys
{
    public const string Module = "/_content/CityGuard.Web/js/page.js";

    public static async Task Rove(IJSRuntime js, ElementReference list)
    {
        try
        {
            await using var module = await js.InvokeAsync<IJSObjectReference>("import", Module);
            await module.InvokeVoidAsync("rove", list);
        }
        catch (JSDisconnectedException)
        {
            // The viewer left.
        }
    }
}

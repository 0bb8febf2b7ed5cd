using CityGuard.Web.Components.Panels;
using Microsoft.JSInterop;

namespace CityGuard.Web.Components;

/// <summary>The keyboard of one page: its letters, and where the focus goes. A browser that has gone has none.</summary>
/// <typeparam name="TPage">The page; its <c>OnKey</c> is called.</typeparam>
internal sealed class PageKeys<TPage>(IJSRuntime js) : IAsyncDisposable
    where TPage : class
{
    private DotNetObjectReference<TPage>? _page;
    private IJSObjectReference? _module, _keys;
    private bool _gone;

    /// <summary>True once the browser listens.</summary>
    public bool AreHeard => _keys is not null;

    /// <summary>Listens from now on.</summary>
    /// <param name="page">Who is told.</param>
    /// <param name="keys">The keys, in small letters.</param>
    public Task Listen(TPage page, params string[] keys) => WhileThere(async () =>
    {
        _page = DotNetObjectReference.Create(page);
        _module = await js.InvokeAsync<IJSObjectReference>("import", ListKeys.Module);
        if (!_gone)
            _keys = await _module.InvokeAsync<IJSObjectReference>("listen", _page, keys);
        if (_gone)
            await End(); // the page was left before the browser had answered
    });

    /// <summary>Moves the focus; nothing before the page listens.</summary>
    public Task Focus(string selector) => Do("focus", selector);

    /// <summary>Calls a function of the page's module.</summary>
    public Task Do(string function, params object?[] said) => WhileThere(async () => await (_module?.InvokeVoidAsync(function, said) ?? ValueTask.CompletedTask));

    public async ValueTask DisposeAsync()
    {
        _gone = true;
        await WhileThere(End);
        _page?.Dispose();
    }

    private async Task End()
    {
        var (keys, module) = (_keys, _module);
        (_keys, _module) = (null, null);
        if (keys is not null)
        {
            await keys.InvokeVoidAsync("dispose");
            await keys.DisposeAsync();
        }

        if (module is not null)
            await module.DisposeAsync();
    }

    private static async Task WhileThere(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (JSDisconnectedException)
        {
            // The person has left.
        }
    }
}

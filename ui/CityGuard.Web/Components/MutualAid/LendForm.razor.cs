using CityGuard.Abstractions.Areas;
using CityGuard.Abstractions.Responders;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Responders;
using CityGuard.Web.Panels;
using CityGuard.Web.Resources;
using CityGuard.Web.Session;
using Microsoft.AspNetCore.Components;

namespace CityGuard.Web.Components.MutualAid;

/// <summary>Who is lent, with the price before one's eyes: what those who are ticked cost together is asked for at each tick, and consent goes with exactly that price.</summary>
public sealed partial class LendForm(IGrainFactory grains, SessionAccess session, PostedResponders posted, PriceWords words, RefusalWords refusals, TimeProvider time) : IDisposable
{
    private const int Shown = 20;
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _gone = new();
    private readonly HashSet<ResponderId> _ticked = [];
    private readonly Dictionary<ResponderId, ResponderStatus> _status = [];
    private IReadOnlyList<ResponderProfile> _all = [], _shown = [];
    private Dictionary<ResponderId, ReadinessPrice> _each = [];
    private ReadinessPrice? _price;
    private string? _find, _why, _trouble, _eachTrouble;

    [Parameter, EditorRequired]
    public AidView View { get; set; } = default!;

    [Parameter]
    public EventCallback<ConsentCommand> Consented { get; set; }

    private string[] Presets => L["Aid.ConsentPresets"].Value.Split('|');

    private bool IsComplete => _ticked.Count > 0 && _price is not null && !string.IsNullOrWhiteSpace(_why);

    private string Sum => _ticked.Count == 0 ? L["Aid.TickFirst"]
        : _trouble is not null ? L["Aid.PriceUnknown", _trouble]
        : _price is null ? L["Detail.Asking"]
        : L["Aid.Together", words.Of(_price)];

    protected override async Task OnInitializedAsync()
    {
        _all = posted.Lendable(View.Donor, View.Borrower, View.Kind);
        _why = Presets[0];
        await Look();
    }

    /// <summary>The first of those who fit what is looked for, with where they stand and what each costs.</summary>
    private async Task Look()
    {
        _shown = [.. _all.Where(who => string.IsNullOrWhiteSpace(_find) || who.CallSign.Contains(_find.Trim(), StringComparison.OrdinalIgnoreCase) || _ticked.Contains(who.Id)).Take(Shown)];
        if (_shown.Count == 0)
            return;
        var caller = await session.Credential();
        try
        {
            var views = Task.WhenAll(_shown.Select(who => grains.GetGrain<IResponderFront>(0).Get(caller, who.Id.Value)));
            var prices = await grains.GetGrain<IAreaFront>(0).Prices(caller, [.. _shown.Select(who => who.Id.Value)]);
            (_each, _eachTrouble) = (prices.Value?.ToDictionary(price => price.Responders[0]) ?? [], prices.Refusal is { } refusal ? refusals.Reason(refusal.Reason) : null);
            foreach (var view in await views)
                if (view.Value is { } known)
                    _status[known.Id] = known.Status;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            (_each, _eachTrouble) = ([], failure.Message);
        }
    }

    private async Task Tick(ResponderId who)
    {
        var gone = _gone.Token;
        if (!_ticked.Remove(who))
            _ticked.Add(who);
        (_price, _trouble) = (null, null);
        ResponderId[] asked = [.. _ticked.OrderBy(id => id.Value, StringComparer.Ordinal)];
        try
        {
            // A price that cannot be told now is asked for again: nobody has to find out that ticking twice would do that.
            // Another tick may come meanwhile: only the price of those who are ticked now counts.
            while (await AskPrice(asked))
            {
                StateHasChanged();
                await Task.Delay(Again, time, gone);
            }
        }
        catch (OperationCanceledException)
        {
            // The form is gone.
        }
    }

    /// <summary>Asks what these cost. True when it is to be asked again.</summary>
    private async Task<bool> AskPrice(ResponderId[] asked)
    {
        if (asked.Length == 0 || !_ticked.SetEquals(asked))
            return false;
        ReadinessPrice? price = null;
        string? trouble;
        try
        {
            var answer = await grains.GetGrain<IAreaFront>(0).Price(await session.Credential(), [.. asked.Select(id => id.Value)]);
            (price, trouble) = (answer.Value, answer.Refusal is { } refusal ? refusals.Reason(refusal.Reason) : null);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            trouble = failure.Message;
        }

        if (!_ticked.SetEquals(asked))
            return false;
        (_price, _trouble) = (price, trouble);
        return price is null;
    }

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    private Task Consent() => IsComplete
        ? Consented.InvokeAsync(new ConsentCommand([.. _ticked.OrderBy(id => id.Value, StringComparer.Ordinal)], _price!, _why!.Trim(), View.Version, Guid.NewGuid().ToString("N")))
        : Task.CompletedTask;
}

using CityGuard.Abstractions.Areas;
using CityGuard.Abstractions.Desk;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Responders;

namespace CityGuard.Web.Desk;

/// <summary>What the city loses when a candidate goes: asked for at once for all who are shown, and again when others are, or when it is old. Nobody waits for it.</summary>
public sealed class CandidatePrices(IGrainFactory grains, Func<Task<Credential>> caller, TimeProvider time)
{
    /// <summary>At most so many are asked about: the door takes no more.</summary>
    public const int Most = 20;

    private static readonly TimeSpan Age = TimeSpan.FromSeconds(10);

    private Dictionary<ResponderId, ReadinessPrice> _known = [];
    private ResponderId[] _asked = [];
    private DateTimeOffset _at;
    private bool _asking;

    /// <summary>Why no price is known; null: they are, or are being asked for.</summary>
    public string? Trouble { get; private set; }

    public ReadinessPrice? Of(ResponderId responder) => _known.GetValueOrDefault(responder);

    /// <summary>Who could go and stands free: whoever is busy keeps nothing ready, and his price is what the other incident loses.</summary>
    public static bool HasPrice(CandidateView candidate) => candidate.Verdict is "chosen" or "later";

    /// <summary>True when his price is known, not known, or on its way; false: he was not among those asked about.</summary>
    public bool IsAsked(ResponderId responder) => _asked.Contains(responder);

    /// <param name="list">Who is shown.</param>
    /// <param name="looked">Whom the person looks at: he is always among those asked about.</param>
    public async Task Refresh(CandidateList? list, ResponderId? looked)
    {
        ResponderId[] shown =
        [
            .. (list?.Candidates ?? []).Where(HasPrice).Select(c => c.Responder).OrderByDescending(who => who == looked).Take(Most).OrderBy(who => who.Value, StringComparer.Ordinal),
        ];
        var now = time.GetUtcNow();
        if (_asking || shown.Length == 0 || (shown.SequenceEqual(_asked) && now - _at < Age))
            return;
        (_asking, _asked, _at) = (true, shown, now);
        try
        {
            var answer = await grains.GetGrain<IAreaFront>(0).Prices(await caller(), [.. shown.Select(who => who.Value)]);
            (_known, Trouble) = (answer.Value?.ToDictionary(price => price.Responders[0]) ?? [], answer.Refusal?.Reason);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // An old price would be taken for today's.
            (_known, Trouble) = ([], failure.Message);
        }
        finally
        {
            _asking = false;
        }
    }
}

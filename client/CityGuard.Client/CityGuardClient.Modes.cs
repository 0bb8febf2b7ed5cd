using CityGuard.Abstractions.Areas;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Plans;

namespace CityGuard.Client;

public sealed partial class CityGuardClient
{
    /// <summary>Says how much goes by itself in an area and all below it: automatic, recommend or manual. The latest word above or below counts. Scope command.</summary>
    public Task SetModeAsync(AreaId area, DispatchMode mode, string why, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(why);
        return _transport.SetMode(Given(area), new ModeCommand(mode, why, NewId()), cancellationToken);
    }

    /// <summary>What an area said of how much goes by itself, and what counts in each of its sectors. Scope read.</summary>
    public Task<AreaModes> GetModesAsync(AreaId area, CancellationToken cancellationToken = default) => _transport.Modes(Given(area), cancellationToken);
}

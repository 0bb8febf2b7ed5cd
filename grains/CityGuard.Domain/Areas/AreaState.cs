using CityGuard.Domain.Areas.Events;

namespace CityGuard.Domain.Areas;

/// <summary>What an area's stream says.</summary>
/// <param name="Automatic">The last switch of automatic dispatch here; null when it was never touched.</param>
public sealed record AreaState(AutomaticSet? Automatic)
{
    /// <summary>Before any fact.</summary>
    public static AreaState Initial { get; } = new(default(AutomaticSet));

    /// <summary>The state after a fact.</summary>
    public AreaState Evolve(AreaEvent happened) => happened switch
    {
        AutomaticSet set => this with { Automatic = set },
        _ => this,
    };
}

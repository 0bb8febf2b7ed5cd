using CityGuard.Domain.Geography;
using CityGuard.Domain.Readiness;

namespace CityGuard.Grains.Sectors;

/// <summary>The readiness of one place as the board holds it.</summary>
internal struct PlaceState
{
    /// <summary>Nothing said yet.</summary>
    public static readonly Assessment Nothing = new(ReadinessLevel.Unknown, -1, Travel.Beyond, -1, 0, -1);

    /// <summary>What the rule says of who is known now.</summary>
    public Assessment Assessment;

    /// <summary>What is told: unknown while the board may not know everyone.</summary>
    public ReadinessLevel Told;

    /// <summary>Since when it is told.</summary>
    public DateTimeOffset Since;

    /// <summary>The sole responder that was told with it.</summary>
    public int ToldSole;

    /// <summary>The missing kinds that were told with it.</summary>
    public ulong ToldMissing;
}

/// <summary>A place whose readiness, or who holds or lacks it, changed.</summary>
/// <param name="Target">A target, else a cell.</param>
/// <param name="Index">Index of the cell or target in the city.</param>
internal readonly record struct PlaceChange(bool Target, int Index, ReadinessLevel Level);

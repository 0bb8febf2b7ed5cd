using CityGuard.Domain.Geography;
using CityGuard.Grains.Responders;

namespace CityGuard.Grains.Sectors;

/// <summary>What a board knows of one responder: its last beacon, when that came, and how it is entered in the reach table.</summary>
internal sealed class KnownResponder(int responder, int place, Beacon beacon, DateTimeOffset heardAt)
{
    public int Responder { get; } = responder;

    /// <summary>Its place in the board's list.</summary>
    public int Place { get; set; } = place;

    public Beacon Beacon { get; set; } = beacon;

    public DateTimeOffset HeardAt { get; set; } = heardAt;

    /// <summary>Row of the reach table; -1 for a unit bound to its premises.</summary>
    public int Lane { get; set; } = -1;

    /// <summary>Cell from which its lane was last computed.</summary>
    public int AppliedCell { get; set; } = -1;

    /// <summary>Delay with which its lane was last computed.</summary>
    public ushort AppliedDelay { get; set; } = Travel.Beyond;
}

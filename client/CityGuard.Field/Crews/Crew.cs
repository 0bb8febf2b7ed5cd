using CityGuard.Abstractions.Responders;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Responders;
using CityGuard.Field.Draws;
using CityGuard.Field.Driving;

namespace CityGuard.Field.Crews;

/// <summary>The people of one responder.</summary>
internal sealed class Crew(int index, ResponderProfile profile, ResponderKind kind, int cell, int homeNode, DrawKey key)
{
    private Xoshiro256 _habits = new(key);

    /// <summary>Index in the city model.</summary>
    public int Index => index;

    public ResponderProfile Profile => profile;

    public ResponderKind Kind => kind;

    /// <summary>Where it is posted.</summary>
    public GeoPoint Post { get; private set; } = profile.Post;

    /// <summary>Cell of the post.</summary>
    public int Cell { get; private set; } = cell;

    public int HomeNode { get; private set; } = homeNode;

    /// <summary>Its car; null for a unit, which stays on its premises, and until the city has said where it is.</summary>
    public Whereabouts? Car { get; set; }

    /// <summary>The order in hand.</summary>
    public Job? Job { get; set; }

    /// <summary>Epoch of the newest order heard.</summary>
    public long Epoch { get; set; }

    /// <summary>An order that came before the city had said where the crew is.</summary>
    public Order? Early { get; set; }

    /// <summary>When it last told its position, Unix milliseconds.</summary>
    public long ToldPositionAt { get; set; }

    /// <summary>Raised whenever its plans change: errands made for an older plan are void.</summary>
    public int Plan { get; set; }

    public bool IsMobile => !kind.PremisesOnly;

    /// <summary>True while a force that waits stands inside its post, off the road.</summary>
    public bool AtPost { get; set; }

    public ref Xoshiro256 Habits => ref _habits;

    public GeoPoint Place(long now) => AtPost || Car is null ? Post : Car.Place(now);

    /// <summary>It is posted elsewhere from now on.</summary>
    public void PostTo(GeoPoint post, int cell, int homeNode) => (Post, Cell, HomeNode, AtPost) = (post, cell, homeNode, false);
}

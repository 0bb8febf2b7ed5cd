using CityGuard.Domain.Readiness;

namespace CityGuard.Simulation.Engine;

/// <summary>What an incident has seen so far.</summary>
internal struct OpenIncident
{
    /// <summary>Number on the tape.</summary>
    public int Number;

    /// <summary>Slots whose outcome is not known yet.</summary>
    public byte Left;

    /// <summary>Who has come so far.</summary>
    public byte Came;

    public byte Unserved, Clocks, ClocksKept;

    public int FirstUnit;

    /// <summary>The first who came: when assigned, moving and on scene, milliseconds.</summary>
    public long FirstAssigned, FirstMoving, FirstOnScene;
}

/// <summary>Incidents that are not over, in places that are used again.</summary>
internal sealed class OpenIncidents
{
    /// <summary>More roles than this, counted one by one, do not fit a plan.</summary>
    public const int MostSlots = 16;

    private OpenIncident[] _open = new OpenIncident[64];
    private Arrival[] _arrivals = new Arrival[64 * MostSlots];
    private int[] _free = new int[64];
    private int _freeCount, _used;

    public int Count => _used - _freeCount;

    public ref OpenIncident this[int place] => ref _open[place];

    public void Clear() => (_freeCount, _used) = (0, 0);

    public int Enter(int number, int slots)
    {
        var place = _freeCount > 0 ? _free[--_freeCount] : _used++;
        if (place == _open.Length)
        {
            Array.Resize(ref _open, place * 2);
            Array.Resize(ref _arrivals, place * 2 * MostSlots);
            Array.Resize(ref _free, place * 2);
        }

        _open[place] = new OpenIncident { Number = number, Left = (byte)slots, FirstUnit = -1, FirstOnScene = long.MaxValue };
        return place;
    }

    public void Leave(int place) => _free[_freeCount++] = place;

    public void Add(int place, Arrival arrival) => _arrivals[(place * MostSlots) + _open[place].Came++] = arrival;

    public ReadOnlySpan<Arrival> Arrivals(int place) => _arrivals.AsSpan(place * MostSlots, _open[place].Came);
}

using CityGuard.Simulation.Chance;

namespace CityGuard.Simulation.Demand;

/// <summary>
/// The incidents of one replication in the order in which they are ready to be dispatched, as columns. Made before the night and from nothing but
/// names of chance: every deployment meets the same. Memory is kept from one replication to the next.
/// </summary>
internal sealed class IncidentTape
{
    private Incident[] _incidents = [];

    public int Count { get; private set; }

    public ref readonly Incident this[int number] => ref _incidents[number];

    public void Clear() => Count = 0;

    public void Add(in Incident incident)
    {
        if (Count == _incidents.Length)
            Array.Resize(ref _incidents, Math.Max(1024, Count * 2));
        _incidents[Count++] = incident;
    }

    /// <summary>Puts them in order of readiness; of two in the same millisecond the one that was received first, then by stream and number.</summary>
    public void Sort()
    {
        var sorted = true;
        for (var i = 1; i < Count && sorted; i++)
            sorted = Incident.Compare(_incidents[i - 1], _incidents[i]) <= 0;
        if (sorted)
            return;
        // Nearly sorted already: a source comes in order of receipt, and processing takes a minute or so.
        for (var i = 1; i < Count; i++)
        {
            var moved = _incidents[i];
            var at = i;
            for (; at > 0 && Incident.Compare(_incidents[at - 1], moved) > 0; at--)
            {
                _incidents[at] = _incidents[at - 1];
                if (i - at > 4096)
                {
                    _incidents[at - 1] = moved;
                    SortWhole();
                    return;
                }
            }

            _incidents[at] = moved;
        }
    }

    // Several sources one after the other are not nearly sorted.
    private void SortWhole() => _incidents.AsSpan(0, Count).Sort(static (a, b) => Incident.Compare(a, b));
}

/// <summary>One incident of a night.</summary>
/// <param name="Received">When it is reported, milliseconds from the beginning of the night.</param>
/// <param name="Ready">When it has been processed and somebody may be sent.</param>
/// <param name="Cell">Where.</param>
/// <param name="Target">In which key target; -1: in none.</param>
/// <param name="Call">Type and severity, an index.</param>
/// <param name="Key">Its stream of chance.</param>
/// <param name="OnScene">Time on scene when it is given, else -1.</param>
/// <param name="Given">Its place among the incidents given one by one, -1: it was drawn.</param>
internal readonly record struct Incident(long Received, long Ready, int Cell, int Target, int Call, StreamKey Key, long OnScene, int Given = -1)
{
    public static int Compare(in Incident left, in Incident right)
    {
        var byReady = left.Ready.CompareTo(right.Ready);
        if (byReady != 0)
            return byReady;
        var byReceipt = left.Received.CompareTo(right.Received);
        return byReceipt != 0 ? byReceipt : left.Key.Value.CompareTo(right.Key.Value);
    }
}

/// <summary>Numbers of the draws of one incident. They never change places: a new one gets a new number.</summary>
internal static class Draw
{
    public const int Cell = 0, Mix = 1, Kept = 2, AtTarget = 3, WhichTarget = 4, Processing = 5, Transport = 6, Handover = 7;

    /// <summary>The first slot's; one for each slot.</summary>
    public const int OnScene = 16, Turnout = 48;
}

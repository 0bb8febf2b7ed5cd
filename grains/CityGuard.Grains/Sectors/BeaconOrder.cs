using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Responders;

namespace CityGuard.Grains.Sectors;

/// <summary>What a beacon means to a board.</summary>
internal static class BeaconOrder
{
    /// <summary>Later by (epoch, incarnation, sequence): a beacon that is not is old news.</summary>
    public static bool IsNewerThan(this Beacon beacon, Beacon known)
        => (beacon.Epoch, beacon.Incarnation, beacon.Seq).CompareTo((known.Epoch, known.Incarnation, known.Seq)) > 0;

    public static CandidateFlags Flags(this Beacon beacon, DateTimeOffset now)
        => (beacon.Incident is null ? CandidateFlags.Free : 0)
            | (beacon.Status != ResponderStatus.OutOfService ? CandidateFlags.InService : 0)
            | (Presence.Holds(beacon.FreshUntil, now) ? CandidateFlags.Fresh : 0)
            | (Presence.Holds(beacon.ReadyUntil, now) ? CandidateFlags.Ready : 0);

    /// <summary>Time before it moves: turnout and what is left of its present work; beyond while it cannot be sent at all.</summary>
    public static ushort Delay(this Beacon beacon, ushort turnout, DateTimeOffset now)
        => beacon.Flags(now) == CandidateFlags.Fit ? Add(turnout, beacon.AvailableInDeciseconds) : Travel.Beyond;

    /// <summary>Lent to an area that this sector is not in: nobody counts it or chooses it here.</summary>
    public static bool IsLentAway(this Beacon beacon, SectorMap map, DateTimeOffset now)
        => beacon.LentTo >= 0 && now < beacon.LentUntil && !map.Index.Areas.Sectors(beacon.LentTo).Contains(map.Sector);

    /// <summary>Adds two spans of time; what does not fit is beyond.</summary>
    public static ushort Add(ushort left, ushort right)
        => left == Travel.Beyond || right == Travel.Beyond ? Travel.Beyond : (ushort)Math.Min(left + right, Travel.Beyond);
}

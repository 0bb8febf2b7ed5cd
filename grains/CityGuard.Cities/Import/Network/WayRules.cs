using System.Globalization;
using CityGuard.Cities.Roads;

namespace CityGuard.Cities.Import.Network;

/// <summary>What a way is to a traveller.</summary>
/// <param name="Class">Class of the road.</param>
/// <param name="ForwardKmh">Speed along the way, 0: not that way.</param>
/// <param name="BackKmh">Speed against it, 0: not that way.</param>
/// <param name="LimitKnown">True when the file gives its speed limit.</param>
internal readonly record struct WayUse(RoadClass Class, double ForwardKmh, double BackKmh, bool LimitKnown);

/// <summary>Reads the tags of a way for one profile in one country.</summary>
internal sealed class WayRules(TravelProfiles profiles, TravelProfile profile, string country)
{
    private const double MilesKm = 1.609344, KnotsKm = 1.852, StepsKmh = 2.4, WalkingPaceKmh = 7;

    private static readonly string[] _closed = ["no", "private", "agricultural", "forestry", "delivery", "military"];
    private static readonly string[] _closedToAll = ["no", "military"];

    /// <summary>How the way may be used; null: not at all.</summary>
    public WayUse? Use(IReadOnlyDictionary<string, string> tags)
    {
        if (!tags.TryGetValue("highway", out var kind) || tags.GetValueOrDefault("area") == "yes")
            return null;
        return profile.OnFoot ? OnFoot(kind, tags) : OnWheels(kind, tags);
    }

    /// <summary>True when one cannot pass this node.</summary>
    public bool Blocks(IReadOnlyDictionary<string, string> tags)
    {
        if (!tags.TryGetValue("barrier", out var barrier) || profile.OnFoot)
            return false;
        if (Allowed(tags) is { } allowed)
            return !allowed;
        return barrier switch
        {
            "bollard" or "block" or "jersey_barrier" or "fence" or "wall" or "debris" or "log" or "cycle_barrier" or "turnstile" or "stile" or "kissing_gate" or "bus_trap" or "planter" or "height_restrictor" => true,
            "gate" or "lift_gate" or "swing_gate" or "sliding_gate" or "chain" => !profile.Private && tags.GetValueOrDefault("locked") == "yes",
            _ => false,
        };
    }

    /// <summary>Seconds that passing the node costs.</summary>
    public double Seconds(IReadOnlyDictionary<string, string> tags) => tags.GetValueOrDefault("highway") == "traffic_signals" ? profile.SignalSeconds : 0;

    /// <summary>True when the ban must be obeyed.</summary>
    public bool Obeys(TurnRule turn)
        => !profile.OnFoot && !profile.IgnoredTurns.Contains(turn.Kind) && !turn.Except.Intersect(profile.Exceptions).Any();

    private WayUse? OnFoot(string kind, IReadOnlyDictionary<string, string> tags)
    {
        var path = profiles.Paths.Contains(kind);
        if (!path && !(profiles.Highways.TryGetValue(kind, out var terms) && terms.Class != RoadClass.Expressway))
            return Allowed(tags) == true ? new WayUse(RoadClass.Local, profile.FastestKmh, profile.FastestKmh, false) : null;
        if (Allowed(tags) == false || (kind == "cycleway" && !tags.ContainsKey("foot")))
            return null;
        var speed = kind == "steps" ? StepsKmh : profile.FastestKmh;
        return new WayUse(RoadClass.Local, speed, speed, false);
    }

    private WayUse? OnWheels(string kind, IReadOnlyDictionary<string, string> tags)
    {
        if (!profiles.Highways.TryGetValue(kind, out var terms) || (terms.Bus && !profile.BusLanes) || (terms.Emergency && !profile.Private))
            return null;
        if (Allowed(tags) == false || tags.GetValueOrDefault("tracktype") is "grade4" or "grade5")
            return null;
        var limit = SpeedLimit(tags, "maxspeed");
        var (forward, back) = Directions(kind, tags);
        return forward || back
            ? new WayUse(
                terms.Class,
                forward ? Speed(SpeedLimit(tags, "maxspeed:forward") ?? limit) : 0,
                back ? Speed(SpeedLimit(tags, "maxspeed:backward") ?? limit) : 0,
                limit is not null)
            : null;

        double Speed(double? kmh) => Math.Min(profile.FastestKmh, (kmh ?? profiles.Limit(country, kind)) * terms.Share * profile.SpeedFactor);
    }

    /// <summary>What the access tags say; null: nothing.</summary>
    private bool? Allowed(IReadOnlyDictionary<string, string> tags)
    {
        if (profile.BusLanes && (Yes(tags, "bus") || Yes(tags, "psv")))
            return true;
        foreach (var key in profile.Access)
            if (tags.TryGetValue(key, out var value))
                return !(profile.Private ? _closedToAll : _closed).Contains(value);
        return null;
    }

    private (bool Forward, bool Back) Directions(string kind, IReadOnlyDictionary<string, string> tags)
    {
        var implied = kind == "motorway" || tags.GetValueOrDefault("junction") is "roundabout" or "circular" ? "yes" : "no";
        var (forward, back) = (tags.GetValueOrDefault("oneway") ?? implied) switch
        {
            "yes" or "true" or "1" => (true, false),
            "-1" or "reverse" => (false, true),
            // Which way it is open depends on the hour, and nobody here knows which: not counted on in either.
            "reversible" or "alternating" => (false, false),
            _ => (true, true),
        };
        var open = tags.GetValueOrDefault("oneway:emergency") == "no" || (profile.BusLanes && (tags.GetValueOrDefault("oneway:bus") == "no" || tags.GetValueOrDefault("oneway:psv") == "no"));
        return profile.BusLanes && open ? (true, true) : (forward, back);
    }

    private double? SpeedLimit(IReadOnlyDictionary<string, string> tags, string key)
    {
        if (!tags.TryGetValue(key, out var text))
            return null;
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length > 0 && double.TryParse(parts[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value is > 0 and < 400)
            return value * (parts.ElementAtOrDefault(1) switch { "mph" => MilesKm, "knots" => KnotsKm, _ => 1 });
        return text switch
        {
            "walk" => WalkingPaceKmh,
            "none" => profiles.Limit(country, "motorway"),
            _ when text.Split(':') is [{ Length: 2 } zone, var kind] => kind switch
            {
                "urban" or "rural" or "motorway" or "trunk" or "living_street" => profiles.Limit(zone, kind),
                _ => null,
            },
            _ => null,
        };
    }

    private static bool Yes(IReadOnlyDictionary<string, string> tags, string key) => tags.GetValueOrDefault(key) is "yes" or "designated";
}

using CityGuard.Domain.Areas;

namespace CityGuard.Domain.Incidents.Handling;

/// <summary>A channel by which reports come in.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Name in both languages.</param>
public sealed record ReportChannel(string Id, BilingualName Name);

/// <summary>The channels by which reports come in: a closed set, so that trust can be told by channel.</summary>
public static class ReportChannels
{
    /// <summary>The emergency line.</summary>
    public const string Call110 = "110";

    /// <summary>The city's service line.</summary>
    public const string Call12345 = "12345";

    /// <summary>A patrol that found it.</summary>
    public const string Patrol = "patrol";

    /// <summary>A grid worker who found it.</summary>
    public const string GridWorker = "gridWorker";

    /// <summary>None of the others, or not said.</summary>
    public const string Other = "other";

    /// <summary>All channels.</summary>
    public static IReadOnlyList<ReportChannel> All { get; } =
    [
        Channel(Call110, "110 报警", "110 call"),
        Channel(Call12345, "12345 热线", "12345 hotline"),
        Channel(Patrol, "巡逻发现", "Patrol"),
        Channel(GridWorker, "网格员上报", "Grid worker"),
        Channel("sensor", "感知设备", "Sensor"),
        Channel("crowdCounter", "人流监测", "Crowd counter"),
        Channel("snapshot", "随手拍", "Public snapshot"),
        Channel("online", "网络线索", "Online signal"),
        Channel(Other, "其他系统", "Other system"),
    ];

    /// <summary>True for one of them, and for none said.</summary>
    public static bool IsKnown(string? channel) => channel is null || All.Any(known => known.Id == channel);

    /// <summary>True where whoever finds it is there already, and may be its handler.</summary>
    public static bool IsFound(string? channel) => channel is Patrol or GridWorker;

    private static ReportChannel Channel(string id, string zh, string en) => new(id, new BilingualName(zh, en));
}

using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents.Handling;

namespace CityGuard.Domain.Plans;

/// <summary>How a city handles its incidents beside the plans: whom it believes, what it calls things, what it measures by. Each list may be left out.</summary>
/// <param name="TrustedChannels">Channels whose reports need no verification.</param>
/// <param name="TrustedSources">Sources whose reports need none, whatever their channel.</param>
/// <param name="FalseAlarmReasons">Reasons for calling an incident a false alarm.</param>
/// <param name="FeedbackResults">Results that a handler may feed back.</param>
/// <param name="IntervalStandards">What the intervals of an incident are measured by.</param>
/// <param name="LeadOrder">Kinds of responder, lightest first: a later one takes over the scene from an earlier one. Kinds that are not named are the lightest.</param>
/// <param name="Similarity">When two incidents are likely to be one event.</param>
public sealed record CourseRules(
    IReadOnlyList<string>? TrustedChannels = null,
    IReadOnlyList<string>? TrustedSources = null,
    IReadOnlyList<NamedCode>? FalseAlarmReasons = null,
    IReadOnlyList<NamedCode>? FeedbackResults = null,
    IReadOnlyList<IntervalStandard>? IntervalStandards = null,
    IReadOnlyList<string>? LeadOrder = null,
    SimilarityRules? Similarity = null)
{
    /// <summary>Feedback result of a handler who found nothing that called for anybody: his word for a false alarm.</summary>
    public const string NothingFound = "nothingFound";

    /// <summary>What holds where a package says nothing.</summary>
    public static CourseRules Default { get; } = new();

    /// <summary>Channels whose reports need no verification.</summary>
    public IReadOnlyList<string> TrustedChannels { get; init; } = TrustedChannels ?? [ReportChannels.Call110, ReportChannels.Patrol, ReportChannels.GridWorker];

    /// <summary>Sources whose reports need none.</summary>
    public IReadOnlyList<string> TrustedSources { get; init; } = TrustedSources ?? [];

    /// <summary>Reasons for calling an incident a false alarm.</summary>
    public IReadOnlyList<NamedCode> FalseAlarmReasons { get; init; } = FalseAlarmReasons ??
    [
        Code("mistaken", "误报", "Mistaken"), Code("malicious", "恶意报警", "Malicious"), Code("test", "测试", "Test"),
        Code("deviceFault", "设备误报", "Device fault"), Code("nothingFound", "未发现情况", "Nothing found"),
    ];

    /// <summary>Results that a handler may feed back.</summary>
    public IReadOnlyList<NamedCode> FeedbackResults { get; init; } = FeedbackResults ??
    [
        Code("resolved", "已处置", "Resolved"), Code("mediated", "已调解", "Mediated"), Code("detained", "已带离", "Taken in"),
        Code("transferred", "已移交", "Transferred"), Code(NothingFound, "未发现情况", "Nothing found"),
    ];

    /// <summary>What the intervals of an incident are measured by, after NFPA 1710 and the city's own five minutes.</summary>
    public IReadOnlyList<IntervalStandard> IntervalStandards { get; init; } = IntervalStandards ??
    [
        new(IntervalStandard.CallProcessing, 60), new(IntervalStandard.Turnout, 80), new(IntervalStandard.Travel, 240), new(IntervalStandard.Response, 300),
    ];

    /// <summary>Kinds of responder, lightest first.</summary>
    public IReadOnlyList<string> LeadOrder { get; init; } = LeadOrder ?? ["emergencyUnit", "patrolGroup", "stationForce", "specialPolice"];

    /// <summary>When two incidents are likely to be one event.</summary>
    public SimilarityRules Similarity { get; init; } = Similarity ?? SimilarityRules.Default;

    /// <summary>True when a report needs no verification.</summary>
    public bool Trusts(string source, string? channel)
        => TrustedSources.Contains(source) || TrustedChannels.Contains(channel ?? ReportChannels.Other);

    private static NamedCode Code(string id, string zh, string en) => new(id, new BilingualName(zh, en));
}

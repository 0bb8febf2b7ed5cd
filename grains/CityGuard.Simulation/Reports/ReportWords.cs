namespace CityGuard.Simulation.Reports;

/// <summary>Words of the report in one language.</summary>
internal sealed class ReportWords
{
    private readonly bool _chinese;

    private ReportWords(bool chinese) => _chinese = chinese;

    public string Tag => _chinese ? "zh-CN" : "en";

    private static readonly Dictionary<string, (string Zh, string En)> Words = new()
    {
        ["title"] = ("推演报告", "What-if report"),
        ["nights"] = ("仿真轮次", "replications"),
        ["days"] = ("天", "days"),
        ["seed"] = ("随机种子", "seed"),
        ["interval"] = ("区间置信度", "level of the intervals"),
        ["differenceLevel"] = ("每项差异的置信度（Bonferroni）", "level of each difference (Bonferroni)"),
        ["headline"] = ("结论", "In short"),
        ["scenario"] = ("方案", "Scenario"),
        ["figure"] = ("指标", "Figure"),
        ["difference"] = ("差异", "Difference"),
        ["clear"] = ("差异明确", "clear"),
        ["unclear"] = ("尚不明确", "not clear"),
        ["within"] = ("达标率", "Within standard"),
        ["late"] = ("超时率", "Late"),
        ["first"] = ("首到达标率", "First in time"),
        ["clocksKept"] = ("时限达成率", "Clocks kept"),
        ["meanResponse"] = ("平均响应（秒）", "Mean response, s"),
        ["p50Response"] = ("响应中位数（秒）", "Median response, s"),
        ["p90Response"] = ("响应 90 分位（秒）", "90 % response, s"),
        ["p95Response"] = ("响应 95 分位（秒）", "95 % response, s"),
        ["perDay"] = ("每日警情", "Incidents a day"),
        ["unserved"] = ("未处置率", "Unserved"),
        ["queuedPerDay"] = ("每日排队", "Queued a day"),
        ["queueHoursPerDay"] = ("每日排队时长（小时）", "Waiting, hours a day"),
        ["escalatedPerDay"] = ("每日扩圈", "Looked for farther, a day"),
        ["aidedPerDay"] = ("每日跨区增援", "Neighbour city, a day"),
        ["divertedPerDay"] = ("每日抽调", "Diverted a day"),
        ["deskPerDay"] = ("每日席位处理", "Desk alone, a day"),
        ["unservedPerDay"] = ("每日未处置", "Unserved a day"),
        ["kmPerDay"] = ("每日里程（公里）", "km a day"),
        ["busyHoursPerDay"] = ("每日处警时长（小时）", "Busy, hours a day"),
        ["coverageLost"] = ("覆盖缺失", "Coverage lost"),
        ["curve"] = ("响应曲线：多少秒内首到", "Response curve: share on scene by seconds"),
        ["severity"] = ("按等级", "By severity"),
        ["ring"] = ("按快反圈", "By circle"),
        ["grade"] = ("按目标等级", "By grade of target"),
        ["class"] = ("按首到力量", "By who came first"),
        ["sector"] = ("按派出所辖区", "By sector"),
        ["call"] = ("按警情类别", "By type"),
        ["hour"] = ("按一周各小时", "By hour of the week"),
        ["percentiles"] = ("各环节分位数（秒）", "Percentiles, s"),
        ["worstCells"] = ("超时最多的网格", "Cells with most late incidents"),
        ["worstTargets"] = ("超时最多的重点目标", "Targets with most late incidents"),
        ["responders"] = ("最忙的力量", "Busiest responders"),
        ["utilisation"] = ("占用率", "Busy"),
        ["coverageByHour"] = ("一日内覆盖缺失", "Coverage lost over the day"),
        ["response"] = ("响应", "Response"),
        ["processing"] = ("接警", "Processing"),
        ["queue"] = ("排队", "Queue"),
        ["turnout"] = ("出动", "Turnout"),
        ["travel"] = ("路途", "Travel"),
        ["low"] = ("一般", "low"),
        ["medium"] = ("较重", "medium"),
        ["high"] = ("严重", "high"),
        ["critical"] = ("特别严重", "critical"),
        ["none"] = ("非重点目标", "no target"),
        ["ours"] = (
            "达标：自派警起，到场力量满足该处快反圈的时限、种类和数量。接警、出动时长与在场时长的分布形状为本系统设定。在途力量的位置取直线上的点。",
            "Within standard: those who came met the circle of the place, its time, kinds and number, from the alert. Processing, turnout and the shape of times on scene are ours. Those on the way are seen on a straight line."),
    };

    public static ReportWords In(string language) => new(language.StartsWith("zh", StringComparison.OrdinalIgnoreCase));

    /// <summary>The word for a key; what has none is shown as it is.</summary>
    public string this[string key] => Words.TryGetValue(key, out var word) ? _chinese ? word.Zh : word.En : key;

    internal static IEnumerable<string> Keys => Words.Keys;
}

using CityGuard.Domain.Areas;
using CityGuard.Domain.Plans;

namespace CityGuard.Domain.GridEvents;

/// <summary>How a city handles grid events and tickets, all of it data. Each list may be left out.</summary>
/// <param name="Departments">Departments that events may be assigned to.</param>
/// <param name="Categories">Categories of events.</param>
/// <param name="Results">Results that a handler may report.</param>
/// <param name="RejectReasons">Reasons for not taking an event on.</param>
/// <param name="Grades">Grades of an evaluation, best first; the first that fits is given, and the last fits whatever none before it does.</param>
/// <param name="ClimbSeconds">After a due time has passed, and until it is served, the next level above is told each so many seconds.</param>
public sealed record GridEventTerms(
    IReadOnlyList<NamedCode>? Departments = null,
    IReadOnlyList<GridEventCategory>? Categories = null,
    IReadOnlyList<NamedCode>? Results = null,
    IReadOnlyList<NamedCode>? RejectReasons = null,
    IReadOnlyList<GridEventGrade>? Grades = null,
    int ClimbSeconds = 3_600)
{
    /// <summary>What holds where a package says nothing.</summary>
    public static GridEventTerms Default { get; } = new();

    /// <summary>Departments that events may be assigned to.</summary>
    public IReadOnlyList<NamedCode> Departments { get; init; } = Departments ??
    [
        Code("urbanManagement", "城管", "Urban management"), Code("traffic", "交通运输", "Transport"), Code("marketSupervision", "市场监管", "Market supervision"),
        Code("emergencyManagement", "应急管理", "Emergency management"), Code("health", "卫生健康", "Health"), Code("power", "供电", "Power supply"), Code("water", "水务", "Water"),
    ];

    /// <summary>Categories of events.</summary>
    public IReadOnlyList<GridEventCategory> Categories { get; init; } = Categories ?? [new("other", new BilingualName("其他", "Other"), StepSeconds.Usual)];

    /// <summary>Results that a handler may report.</summary>
    public IReadOnlyList<NamedCode> Results { get; init; } = Results ??
    [
        Code("resolved", "已解决", "Resolved"), Code("explained", "已解释说明", "Explained"), Code("planned", "列入计划", "Planned"), Code("unfounded", "不属实", "Unfounded"),
    ];

    /// <summary>Reasons for not taking an event on.</summary>
    public IReadOnlyList<NamedCode> RejectReasons { get; init; } = RejectReasons ??
    [
        Code("duplicate", "重复件", "Duplicate"), Code("outOfScope", "不属受理范围", "Out of scope"), Code("unclear", "内容不清", "Unclear"), Code("unfounded", "不属实", "Unfounded"),
    ];

    /// <summary>Grades of an evaluation, best first.</summary>
    public IReadOnlyList<GridEventGrade> Grades { get; init; } = Grades ??
    [
        new("excellent", new BilingualName("优秀", "Excellent"), 0, 0), new("good", new BilingualName("良好", "Good"), 1, 0),
        new("fair", new BilingualName("合格", "Fair"), 2, 1), new("poor", new BilingualName("不合格", "Poor")),
    ];

    /// <summary>A category; null: there is none of this key.</summary>
    public GridEventCategory? Category(string? id) => Categories.FirstOrDefault(category => category.Id == id);

    /// <summary>The seconds that an event has for what it waits for; null: as long as it takes.</summary>
    public int? SecondsOf(string category, GridEventStep step) => Category(category)?.Due[step];

    /// <summary>The grade of a course of events.</summary>
    /// <param name="late">How many steps were late.</param>
    /// <param name="failed">How many checks failed.</param>
    public string GradeOf(int late, int failed)
        => (Grades.FirstOrDefault(grade => !(late > grade.MostLate) && !(failed > grade.MostFailed)) ?? Grades[^1]).Id;

    private static NamedCode Code(string id, string zh, string en) => new(id, new BilingualName(zh, en));
}

/// <summary>A category of events.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Name in both languages.</param>
/// <param name="Due">How long each step may take.</param>
/// <param name="Department">The department that it usually goes to; null: none in particular.</param>
public sealed record GridEventCategory(string Id, BilingualName Name, StepSeconds Due, string? Department = null);

/// <summary>How long each step may take, in seconds from the step before it; null: as long as it takes.</summary>
public sealed record StepSeconds(int? Register = null, int? Assign = null, int? Accept = null, int? Handle = null, int? Check = null, int? Evaluate = null)
{
    /// <summary>What is usual: half an hour to register, a day to handle, two to check.</summary>
    public static StepSeconds Usual { get; } = new(1_800, 3_600, 7_200, 86_400, 172_800, 604_800);

    /// <summary>The seconds that an event at this step has for what it waits for.</summary>
    public int? this[GridEventStep step] => step switch
    {
        GridEventStep.Collected => Register,
        GridEventStep.Registered => Assign,
        GridEventStep.Assigned => Accept,
        GridEventStep.Accepted => Handle,
        GridEventStep.Handled => Check,
        GridEventStep.Checked => Evaluate,
        _ => null,
    };

    /// <summary>True when every time that is given takes time.</summary>
    public bool IsValid => !(Register <= 0 || Assign <= 0 || Accept <= 0 || Handle <= 0 || Check <= 0 || Evaluate <= 0);
}

/// <summary>A grade of an evaluation.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Name in both languages.</param>
/// <param name="MostLate">It is given to events with at most so many late steps; null: any number.</param>
/// <param name="MostFailed">And with at most so many failed checks; null: any number.</param>
public sealed record GridEventGrade(string Id, BilingualName Name, int? MostLate = null, int? MostFailed = null);

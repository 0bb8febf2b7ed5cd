using CityGuard.Domain.Incidents;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Targets;
using CsCheck;
using Shouldly;
using Xunit;

namespace CityGuard.Domain.Tests.Plans;

public sealed class PlanMatcherTests
{
    private static readonly ResponsePlan
        Any = Plan("any"),
        Violence = Plan("violence", types: ["violence"]),
        Grave = Plan("grave", types: ["violence"], severities: [IncidentSeverity.Critical]),
        School = Plan("school", trades: ["school"]);

    private static readonly Gen<ResponsePlan> AnyPlan = Gen.Select(
        Gen.Char['a', 'f'], Some("theft", "fire"), Some(IncidentSeverity.Low, IncidentSeverity.High), Some("school", "mall"),
        Gen.Select(Some(TargetGrade.One, TargetGrade.Two), Some("1", "2")),
        (key, types, severities, trades, more) => Plan($"{key}", types, severities, trades, more.Item1, more.Item2));

    private static readonly Gen<(string, IncidentSeverity, string?, TargetGrade?, string?)> AnyIncident = Gen.Select(
        OneOf("theft", "fire"), OneOf(IncidentSeverity.Low, IncidentSeverity.High), OneOf<string?>(null, "school", "mall"),
        OneOf<TargetGrade?>(null, TargetGrade.One, TargetGrade.Two), OneOf<string?>(null, "1", "2"));

    private static readonly ResponsePlan[] All = [Any, School, Violence, Grave];

    [Theory]
    [InlineData("theft", IncidentSeverity.Low, null, "any")]
    [InlineData("violence", IncidentSeverity.Low, null, "violence")]
    [InlineData("violence", IncidentSeverity.Critical, null, "grave")]
    [InlineData("violence", IncidentSeverity.Critical, "school", "school")]
    [InlineData("violence", IncidentSeverity.Low, "hospital", "violence")]
    public void The_most_specific_wins(string type, IncidentSeverity severity, string? trade, string expected)
        => PlanMatcher.Match(All, type, severity, trade)!.Plan.Id.ShouldBe(expected);

    [Fact]
    public void It_says_why() => PlanMatcher.Match(All, "violence", IncidentSeverity.Critical, null)!.Why
        .ShouldBe("grave is for type violence, severity Critical; 2 less specific also matched");

    [Fact]
    public void Nothing_matches_where_nothing_fits() => PlanMatcher.Match([School], "theft", IncidentSeverity.Low, null).ShouldBeNull();

    [Fact]
    public void Equal_plans_go_by_key_whatever_their_order()
        => Gen.Shuffle(new[] { Plan("b", types: ["theft"]), Plan("a", types: ["theft"]), Any }).Sample(plans
            => PlanMatcher.Match(plans, "theft", IncidentSeverity.Low, null)!.Plan.Id == "a");

    [Theory]
    [InlineData(TargetGrade.One, null, "graded")]
    [InlineData(TargetGrade.Two, null, "any")]
    [InlineData(null, null, "any")]
    [InlineData(null, "1", "raised")]
    [InlineData(null, "2", "any")]
    [InlineData(TargetGrade.One, "1", "graded")]
    public void Grade_and_duty_level_are_asked_for(TargetGrade? grade, string? duty, string expected)
        => PlanMatcher.Match([Any, Plan("raised", duty: ["1"]), Plan("graded", grades: [TargetGrade.One])], "theft", IncidentSeverity.Low, "mall", grade, duty)!
            .Plan.Id.ShouldBe(expected);

    [Fact]
    public void It_says_grade_and_duty_level()
        => PlanMatcher.Match([Plan("p", grades: [TargetGrade.One], duty: ["1"])], "theft", IncidentSeverity.Low, "mall", TargetGrade.One, "1")!.Why
            .ShouldBe("p is for grade One, duty level 1");

    [Fact]
    public void Another_plan_never_makes_a_less_specific_one_win()
        => Gen.Select(AnyPlan.Array[1, 8], AnyPlan, AnyIncident).Sample((plans, added, it) =>
        {
            var before = Match(plans, it);
            var after = Match([.. plans, added with { Id = "zz" }], it);
            return before is null
                ? after is null || after.Id == "zz"
                : after == before || (after!.Id == "zz" && PlanMatcher.Specificity(after) > PlanMatcher.Specificity(before));
        }, iter: 5_000);

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Gen<T[]> Some<T>(T one, T other) => OneOf<T[]>([], [one], [other], [one, other]);

    private static ResponsePlan? Match(ResponsePlan[] plans, (string Type, IncidentSeverity Severity, string? Trade, TargetGrade? Grade, string? Duty) it)
        => PlanMatcher.Match(plans, it.Type, it.Severity, it.Trade, it.Grade, it.Duty)?.Plan;

    private static ResponsePlan Plan(
        string id, string[]? types = null, IncidentSeverity[]? severities = null, string[]? trades = null, TargetGrade[]? grades = null, string[]? duty = null)
        => new(id, types ?? [], severities ?? [], trades ?? [], [], null, Grades: grades, DutyLevels: duty);
}

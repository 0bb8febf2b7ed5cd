using CityGuard.Domain.Incidents;
using CityGuard.Domain.Plans;
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

    private static ResponsePlan Plan(string id, string[]? types = null, IncidentSeverity[]? severities = null, string[]? trades = null)
        => new(id, types ?? [], severities ?? [], trades ?? [], [], null);
}
